package ai.netra.loop.suite;

import ai.netra.loop.project.SuiteSpec;
import ai.netra.loop.record.Attempt;
import ai.netra.loop.record.Inventory;
import ai.netra.loop.record.Smells;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * A suite of kind {@code command}: {@code discover} prints one id a line, {@code run} is called
 * once for each test with a file that holds its id. So each test has a window of its own at the
 * gateway, though the command tells nothing while it runs.
 */
final class CommandSuite implements Suite {

  private static final Duration DISCOVERY_LIMIT = Duration.ofMinutes(2);

  private final SuiteSetup setup;
  private final SuiteSpec spec;
  private final SuiteContext context;

  private CommandSuite(SuiteSetup setup) {
    this.setup = setup;
    this.spec = setup.spec();
    this.context = setup.context();
  }

  static CommandSuite open(SuiteSpec spec, SuiteContext context) {
    SuiteSetup.need(spec, "discover", spec.discover());
    SuiteSetup.need(spec, "run", spec.run());
    SuiteSetup.need(spec, "report", spec.report());
    return new CommandSuite(SuiteSetup.of(spec, context));
  }

  @Override
  public Inventory discover() {
    String line = Objects.requireNonNull(spec.discover());
    Path printed =
        new SuiteCommand(spec, context).run("discover", line, addresses(), DISCOVERY_LIMIT);
    List<Frozen.Discovered> tests = ids(printed).stream().map(this::discovered).toList();
    if (tests.isEmpty()) {
      throw new SuiteFailure("suites." + spec.name() + ".discover: printed no test: " + line);
    }
    return new Frozen(spec, context.clock()).of(tests);
  }

  private Map<String, String> addresses() {
    return CommandRun.variables(spec, context.addresses(), 0);
  }

  private static List<String> ids(Path printed) {
    try (Stream<String> lines = Files.lines(printed)) {
      return lines.map(String::strip).filter(line -> !line.isEmpty()).toList();
    } catch (IOException e) {
      throw new SuiteFailure("what the discovery printed cannot be read: " + printed, e);
    }
  }

  /** Nobody reads these sources: every test stands for all of them. */
  private Frozen.Discovered discovered(String id) {
    return new Frozen.Discovered(
        id, id, List.of(), String.join(",", spec.paths()), setup.sources());
  }

  @Override
  public List<Smells> smells(Inventory inventory, Set<String> known) {
    Smells.Finding unread =
        new Smells.Finding(
            "not-read",
            String.join(",", spec.paths()),
            1,
            false,
            "the sources of kind command are not read for smells");
    return inventory.tests().stream()
        .filter(test -> !known.contains(test.id()))
        .map(
            test ->
                new Smells(spec.name(), test.id(), test.closure(), catalogue(), List.of(unread)))
        .toList();
  }

  /** Nothing is read, so nothing can change. */
  @Override
  public String catalogue() {
    return "";
  }

  @Override
  public List<Attempt> run(FullRun run, Consumer<Attempt> seen) {
    setup.checkSources();
    List<TestStart> tests = run.order().stream().map(id -> setup.start(run, id, id)).toList();
    return setup.run(new CommandRun(spec, context, tests, seen));
  }

  @Override
  public void cut(String reason) {
    setup.cut(reason);
  }

  @Override
  public void close() {
    cut("the suite was closed");
  }
}
