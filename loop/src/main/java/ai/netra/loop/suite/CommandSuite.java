package ai.netra.loop.suite;

import ai.netra.loop.project.SuiteSpec;
import ai.netra.loop.record.Attempt;
import ai.netra.loop.record.Inventory;
import ai.netra.loop.record.Smells;
import ai.netra.loop.record.TestKey;
import ai.netra.loop.source.JavaSources;
import ai.netra.loop.source.SourceFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A suite of kind {@code command}: {@code discover} prints one id a line, {@code run} is called
 * once for each test with a file that holds its id. So each test has a window of its own at the
 * gateway, though the command tells nothing while it runs.
 */
final class CommandSuite implements Suite {

  private static final Duration BUILD_LIMIT = Duration.ofMinutes(10);
  private static final Duration DISCOVERY_LIMIT = Duration.ofMinutes(2);

  private final SuiteSpec spec;
  private final SuiteContext context;
  private final String sources;
  private volatile @Nullable CommandRun running;

  private CommandSuite(SuiteSpec spec, SuiteContext context) {
    this.spec = spec;
    this.context = context;
    this.sources = hash();
  }

  static CommandSuite open(SuiteSpec spec, SuiteContext context) {
    need(spec, "discover", spec.discover());
    need(spec, "run", spec.run());
    need(spec, "report", spec.report());
    if (spec.build() != null) {
      new SuiteCommand(spec, context).run("build", spec.build(), Map.of(), BUILD_LIMIT);
    }
    return new CommandSuite(spec, context);
  }

  private static void need(SuiteSpec spec, String key, @Nullable String value) {
    if (value == null) {
      throw new SuiteFailure("suites." + spec.name() + "." + key + ": kind command needs it");
    }
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
    return new Frozen.Discovered(id, id, List.of(), String.join(",", spec.paths()), sources);
  }

  @Override
  public List<Smells> smells(Inventory inventory) {
    Smells.Finding unread =
        new Smells.Finding(
            "not-read",
            String.join(",", spec.paths()),
            1,
            false,
            "the sources of kind command are not read for smells");
    return inventory.tests().stream()
        .map(test -> new Smells(spec.name(), test.id(), test.closure(), List.of(unread)))
        .toList();
  }

  @Override
  public List<Attempt> run(FullRun run, Consumer<Attempt> seen) {
    checkSources("before");
    List<TestStart> tests = run.order().stream().map(id -> start(run, id)).toList();
    CommandRun current = new CommandRun(spec, context, tests, seen);
    running = current;
    try {
      List<Attempt> attempts = current.execute();
      checkSources("during");
      return attempts;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SuiteFailure("suites." + spec.name() + ": the run was interrupted", e);
    } finally {
      running = null;
    }
  }

  private TestStart start(FullRun run, String id) {
    TestKey key = new TestKey(spec.name(), id, run.attempt(), run.mode());
    return new TestStart(
        key,
        run.run(),
        id,
        key.traceId(context.nonce()),
        run.faults().get(id),
        run.timeouts().getOrDefault(id, spec.timeout()));
  }

  private void checkSources(String when) {
    if (!hash().equals(sources)) {
      throw new SuiteFailure(
          "suites." + spec.name() + ".paths: test sources changed " + when + " the run");
    }
  }

  private String hash() {
    try {
      return JavaSources.hash(context.tree(), spec.paths());
    } catch (SourceFailure e) {
      throw new SuiteFailure("suites." + spec.name() + ".paths: " + e.getMessage(), e);
    }
  }

  @Override
  public void cut(String reason) {
    CommandRun current = running;
    if (current != null) {
      current.cut(reason);
    }
  }

  @Override
  public void close() {
    cut("the suite was closed");
  }
}
