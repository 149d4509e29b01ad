package ai.netra.loop.suite;

import ai.netra.loop.project.SuiteSpec;
import ai.netra.loop.record.Attempt;
import ai.netra.loop.record.Canary;
import ai.netra.loop.record.Inventory;
import ai.netra.loop.record.Smells;
import ai.netra.loop.record.TestKey;
import ai.netra.loop.source.JavaSources;
import ai.netra.loop.source.SourceFailure;
import ai.netra.loop.source.TestSources;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A suite of kind {@code junit}: the launcher runs in worker JVMs with the probe. */
final class JunitSuite implements Suite {

  private static final Duration BUILD_LIMIT = Duration.ofMinutes(10);

  private final SuiteSpec spec;
  private final SuiteContext context;
  private final TestSources sources;
  private final TestClasses classes;
  private final Workers workers;
  private final String frozenSources;
  private Map<String, WorkerEvent.Found> found = Map.of();
  private volatile @Nullable JunitRun running;

  private JunitSuite(
      SuiteSpec spec, SuiteContext context, TestSources sources, TestClasses classes) {
    this.spec = spec;
    this.context = context;
    this.sources = sources;
    this.classes = classes;
    this.workers = new Workers(spec, context, classes);
    this.frozenSources = JavaSources.hash(context.tree(), spec.paths());
  }

  static JunitSuite open(SuiteSpec spec, SuiteContext context) {
    if (spec.build() != null) {
      new SuiteCommand(spec, context).run("build", spec.build(), Map.of(), BUILD_LIMIT);
    }
    if (spec.classpath() == null) {
      throw new SuiteFailure("suites." + spec.name() + ".classpath: kind junit needs it");
    }
    TestSources sources = readSources(spec, context);
    TestClasses classes = TestClasses.read(spec.name(), context.tree(), spec.classpath(), sources);
    return new JunitSuite(spec, context, sources, classes);
  }

  private static JavaSources readSources(SuiteSpec spec, SuiteContext context) {
    try {
      return JavaSources.read(context.tree(), spec.paths(), spec.assertions(), context.probe());
    } catch (SourceFailure e) {
      throw new SuiteFailure("suites." + spec.name() + ".paths: " + e.getMessage(), e);
    }
  }

  @Override
  public Inventory discover() {
    JunitDiscovery discovery = new JunitDiscovery(spec, workers, context.addresses(), sources);
    found = discovery.find(classes.rootPath());
    return new Frozen(spec, context.clock()).of(discovery.placed(found.values()));
  }

  @Override
  public List<Smells> smells(Inventory inventory) {
    List<Smells> smells = new ArrayList<>();
    for (Inventory.Test test : inventory.tests()) {
      smells.add(new Smells(spec.name(), test.id(), test.closure(), findings(test.id())));
    }
    for (Canary canary : Canary.values()) {
      smells.add(Canaries.smells(spec.name(), canary, sources));
    }
    return smells;
  }

  private List<Smells.Finding> findings(String id) {
    WorkerEvent.Found test = found.get(id);
    if (test == null || test.type() == null || test.method() == null) {
      throw new IllegalArgumentException("not a test of this inventory: " + id);
    }
    return sources.smells(test.type(), test.method());
  }

  @Override
  public List<Attempt> run(FullRun run, Consumer<Attempt> seen) {
    checkSources("before");
    List<TestStart> tests = run.order().stream().map(id -> start(run, id, id)).toList();
    List<TestStart> all = run.canaries() ? Canaries.among(tests, c -> canary(run, c)) : tests;
    JunitRun current = new JunitRun(spec, context, workers, classes.usesAttempt(), all, seen);
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

  private TestStart canary(FullRun run, Canary canary) {
    return start(run, canary.testId(), Canaries.uniqueId(canary));
  }

  private TestStart start(FullRun run, String id, String uniqueId) {
    TestKey key = new TestKey(spec.name(), id, run.attempt(), run.mode());
    return new TestStart(
        key,
        run.run(),
        uniqueId,
        key.traceId(context.nonce()),
        run.faults().get(id),
        run.timeouts().getOrDefault(id, spec.timeout()));
  }

  private void checkSources(String when) {
    if (!JavaSources.hash(context.tree(), spec.paths()).equals(frozenSources)) {
      throw new SuiteFailure(
          "suites." + spec.name() + ".paths: test sources changed " + when + " the run");
    }
  }

  @Override
  public void cut(String reason) {
    JunitRun current = running;
    if (current != null) {
      current.cut(reason);
    }
  }

  /** Ends a run that is still under way; between runs no worker lives. */
  @Override
  public void close() {
    cut("the suite was closed");
  }
}
