package ai.netra.loop.suite;

import ai.netra.loop.project.SuiteSpec;
import ai.netra.loop.record.Attempt;
import ai.netra.loop.record.Canary;
import ai.netra.loop.record.Inventory;
import ai.netra.loop.record.Smells;
import ai.netra.loop.source.JavaSources;
import ai.netra.loop.source.SourceFailure;
import ai.netra.loop.source.TestSources;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** A suite of kind {@code junit}: the launcher runs in worker JVMs with the probe. */
final class JunitSuite implements Suite {

  private final SuiteSetup setup;
  private final SuiteSpec spec;
  private final SuiteContext context;
  private final TestSources sources;
  private final TestClasses classes;
  private final Workers workers;
  private Map<String, WorkerEvent.Found> found = Map.of();

  private JunitSuite(SuiteSetup setup, TestSources sources, TestClasses classes) {
    this.setup = setup;
    this.spec = setup.spec();
    this.context = setup.context();
    this.sources = sources;
    this.classes = classes;
    this.workers = new Workers(spec, context, classes);
  }

  static JunitSuite open(SuiteSpec spec, SuiteContext context) {
    String classpath = spec.classpath();
    if (classpath == null) {
      throw SuiteSetup.needs(spec, "classpath");
    }
    SuiteSetup setup = SuiteSetup.of(spec, context);
    TestSources sources = readSources(spec, context);
    TestClasses classes = TestClasses.read(spec.name(), context.tree(), classpath, sources);
    return new JunitSuite(setup, sources, classes);
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
  public List<Smells> smells(Inventory inventory, Set<String> known) {
    List<Smells> smells = new ArrayList<>();
    for (Inventory.Test test : inventory.tests()) {
      if (!known.contains(test.id())) {
        smells.add(
            new Smells(spec.name(), test.id(), test.closure(), catalogue(), findings(test.id())));
      }
    }
    for (Canary canary : Canary.values()) {
      smells.add(Canaries.smells(spec.name(), canary, sources));
    }
    return smells;
  }

  @Override
  public String catalogue() {
    return sources.catalogue();
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
    setup.checkSources();
    List<TestStart> tests = run.order().stream().map(id -> setup.start(run, id, id)).toList();
    List<TestStart> all = run.canaries() ? Canaries.among(tests, c -> canary(run, c)) : tests;
    return setup.run(new JunitRun(spec, context, workers, classes.usesAttempt(), all, seen));
  }

  private TestStart canary(FullRun run, Canary canary) {
    return setup.start(run, canary.testId(), Canaries.uniqueId(canary));
  }

  @Override
  public void cut(String reason) {
    setup.cut(reason);
  }

  /** Ends a run that is still under way; between runs no worker lives. */
  @Override
  public void close() {
    cut("the suite was closed");
  }
}
