package ai.netra.loop.round;

import ai.netra.loop.deploy.Deployer;
import ai.netra.loop.deploy.Deployment;
import ai.netra.loop.index.History.Past;
import ai.netra.loop.journal.Journal;
import ai.netra.loop.record.Build;
import ai.netra.loop.record.DeployAttested;
import ai.netra.loop.record.DeployBack;
import ai.netra.loop.record.DeployDone;
import ai.netra.loop.record.Exited;
import ai.netra.loop.record.Spawned;
import ai.netra.loop.record.SuiteTerms;
import ai.netra.loop.record.TestKey;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** A stage with one attested service that nobody started, and one scripted suite. */
final class ScriptedStage implements Stage {

  private static final Deployment.RunningService SHOP =
      new Deployment.RunningService(
          "shop", "b1", "digest", 5, ScriptedSuite.TIME, 4000, "http://shop", Path.of("shop.log"));

  private final Journal journal;
  final ScriptedSuite suite;
  Optional<String> closed = Optional.empty();
  Optional<String> closedAgain = Optional.empty();
  List<Deployment.Log> logs = List.of(new Deployment.Log.Read("shop", List.of(), false));
  final List<DeployBack> wentBackTo = new ArrayList<>();
  private Optional<Consumer<Deployment.RunningService>> death = Optional.empty();
  Shown shown = Shown.NOTHING;
  boolean ended;
  Optional<String> fullDisk = Optional.empty();

  ScriptedStage(Journal journal, ScriptedSuite suite) {
    this.journal = journal;
    this.suite = suite;
  }

  @Override
  public Deployer.Outcome deploy() {
    if (closed.isPresent()) {
      return new Deployer.Outcome.Closed("shop", closed.get());
    }
    journal.append(
        1, "", new Build("shop", "b1", "digest", false, List.of(), "make", 1), List.of());
    journal.append(
        1,
        "",
        new DeployAttested(
            "shop",
            null,
            "b1",
            "b1",
            "self",
            "digest",
            "d",
            5,
            ScriptedSuite.TIME,
            4000,
            "http://s",
            1),
        List.of());
    journal.append(1, "", new DeployDone(true, "", null, null), List.of());
    return new Deployer.Outcome.Attested(new Running());
  }

  @Override
  public Deployer.Outcome goBack(DeployBack good) {
    wentBackTo.add(good);
    return closedAgain.isPresent()
        ? new Deployer.Outcome.Closed("shop", closedAgain.get())
        : new Deployer.Outcome.Attested(new Running());
  }

  @Override
  public Settled settled() {
    return new Settled(15, logs);
  }

  /** The service ends by itself. */
  void die() {
    death.orElseThrow().accept(SHOP);
  }

  @Override
  public List<StagedSuite> suites() {
    SuiteTerms terms =
        new SuiteTerms(
            "e2e",
            "junit",
            "receipt",
            true,
            List.of("shop"),
            List.of("shop"),
            List.of(),
            List.of());
    journal.append(
        1,
        "",
        new Spawned("worker", "e2e", List.of("java"), ".", List.of(), 7, ScriptedSuite.TIME),
        List.of());
    journal.append(1, "", new Exited("worker", "e2e", 7, 0, null, null, null), List.of());
    return List.of(new StagedSuite(terms, suite));
  }

  @Override
  public Shown shown() {
    return shown;
  }

  @Override
  public Map<String, Past> past(String suite) {
    return Map.of();
  }

  @Override
  public Optional<String> fullDisk() {
    return fullDisk;
  }

  @Override
  public void settle(Collection<TestKey> keys) {}

  @Override
  public void close() {
    ended = true;
  }

  private final class Running implements Deployment {

    @Override
    public List<RunningService> services() {
      return List.of(SHOP);
    }

    @Override
    public void onDeath(Consumer<RunningService> listener) {
      death = Optional.of(listener);
    }

    @Override
    public List<Log> errors() {
      return logs;
    }

    @Override
    public Map<String, String> secrets() {
      return Map.of();
    }

    @Override
    public List<Instance> instances(Wanted wanted, Host host) {
      throw new IllegalStateException("a script starts no instance, asked for " + wanted);
    }

    @Override
    public void detach() {}

    @Override
    public void close() {}
  }
}
