package ai.netra.loop.suite;

import ai.netra.loop.project.SuiteSpec;
import ai.netra.loop.record.Attempt;
import ai.netra.loop.record.TestKey;
import ai.netra.loop.source.JavaSources;
import ai.netra.loop.source.SourceFailure;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What suites of every kind share: they are built, their sources are frozen, and one run goes on at
 * a time. {@link #cut} may come from any thread.
 */
final class SuiteSetup {

  private static final Duration BUILD_LIMIT = Duration.ofMinutes(10);

  private final SuiteSpec spec;
  private final SuiteContext context;
  private final String sources;
  private volatile @Nullable Execution running;

  private SuiteSetup(SuiteSpec spec, SuiteContext context) {
    this.spec = spec;
    this.context = context;
    this.sources = hash();
  }

  /** Builds the suite and freezes its sources. */
  static SuiteSetup of(SuiteSpec spec, SuiteContext context) {
    if (spec.build() != null) {
      new SuiteCommand(spec, context).run("build", spec.build(), Map.of(), BUILD_LIMIT);
    }
    return new SuiteSetup(spec, context);
  }

  /** Refuses a suite that lacks a key of its kind. */
  static void need(SuiteSpec spec, String key, @Nullable String value) {
    if (value == null) {
      throw needs(spec, key);
    }
  }

  /** The refusal of a suite that lacks a key of its kind. */
  static SuiteFailure needs(SuiteSpec spec, String key) {
    return new SuiteFailure(
        "suites." + spec.name() + "." + key + ": kind " + spec.kind() + " needs it");
  }

  SuiteSpec spec() {
    return spec;
  }

  SuiteContext context() {
    return context;
  }

  /** SHA-256 over the frozen sources. */
  String sources() {
    return sources;
  }

  /** How a test is started; {@code uniqueId} is what the runner calls it. */
  TestStart start(FullRun run, String id, String uniqueId) {
    TestKey key = new TestKey(spec.name(), id, run.attempt(), run.mode());
    return new TestStart(
        key,
        run.run(),
        uniqueId,
        key.traceId(context.nonce()),
        run.faults().get(id),
        run.limit(id, spec.timeout()));
  }

  /** Refuses sources that are not those that were frozen; asked before a run is made. */
  void checkSources() {
    checkSources("before");
  }

  /** Runs to the end; sources that changed meanwhile make it worthless. */
  List<Attempt> run(Execution execution) {
    running = execution;
    try {
      List<Attempt> attempts = execution.execute();
      checkSources("during");
      return attempts;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SuiteFailure("suites." + spec.name() + ": the run was interrupted", e);
    } finally {
      running = null;
    }
  }

  void cut(String reason) {
    Execution current = running;
    if (current != null) {
      current.cut(reason);
    }
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
}
