package ai.netra.loop.round;

import ai.netra.loop.deploy.Deployer;
import ai.netra.loop.deploy.Deployment;
import ai.netra.loop.index.History.Past;
import ai.netra.loop.record.DeployBack;
import ai.netra.loop.record.TestKey;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a round acts on: the target, the gateway before it, the suites. */
interface Stage extends AutoCloseable {

  /** Deploys the tree; what runs then ends at the latest when the stage is closed. */
  Deployer.Outcome deploy();

  /** Deploys again what was proved last; after a closed deploy, when nothing of it runs. */
  Deployer.Outcome goBack(DeployBack good);

  /** Returns when the time to settle after the deploy is over, with what was logged until then. */
  Settled settled();

  /**
   * What services logged after a deploy.
   *
   * @param allowed the highest score of new errors
   */
  record Settled(int allowed, List<Deployment.Log> logs) {}

  /**
   * Builds and opens the suites against what was deployed.
   *
   * @throws ai.netra.loop.suite.SuiteFailure when one cannot be built
   */
  List<StagedSuite> suites();

  /** What earlier runs showed of tests, and a run may take over where it holds. */
  Shown shown();

  /** What earlier runs came to for the tests of a suite, by test id; empty where nobody knows. */
  Map<String, Past> past(String suite);

  /** Returns when every exchange and every receipt of the attempts is journaled. */
  void settle(Collection<TestKey> keys);

  /** That the disk of the state directory is full; empty where it is not. */
  Optional<String> fullDisk();

  /** Ends workers, services and gateway, in this order. */
  @Override
  void close();
}
