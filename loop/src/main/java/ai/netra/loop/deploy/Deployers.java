package ai.netra.loop.deploy;

import ai.netra.loop.journal.Journal;
import ai.netra.loop.journal.Redaction;
import ai.netra.loop.project.Project;
import ai.netra.loop.project.ServiceSpec.ReadySpec;
import ai.netra.loop.project.TargetSpec;
import ai.netra.loop.record.DeployBack.Kept;
import ai.netra.loop.workspace.Detached;
import ai.netra.loop.workspace.Tree;
import ai.netra.loop.workspace.Workspace;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;

/** Makes deployers; the entry of this room. */
public final class Deployers {

  /** The variable that holds the id of its deployment in the environment of every service. */
  public static final String VARIABLE = "NETRA_DEPLOY";

  private Deployers() {}

  /**
   * What is deployed, and into which folders.
   *
   * @param deploy the id of this deployment, in the environment of every service
   * @param round the number that journal lines carry
   * @param source a folder with the tree's files: {@code ${project}}
   * @param folder takes logs; it exists
   * @param data takes a folder for each service's data; it exists
   * @param redaction learns the secrets before anything is written that may hold them
   * @param environment where inherited variables and {@code env:NAME} are looked up
   * @param kept builds that are deployed again as they are; without any, services are built
   */
  public record Plan(
      Project project,
      TargetSpec target,
      Tree tree,
      String deploy,
      int round,
      Path source,
      Path folder,
      Path data,
      Redaction redaction,
      Map<String, String> environment,
      List<Kept> kept) {}

  /**
   * Whether a service that was left running still lives and answers for its build, now.
   *
   * @param port its own port on this machine
   */
  public static boolean answers(Detached process, ReadySpec ready, int port, String build) {
    if (!process.isAlive()) {
      return false;
    }
    Readiness.Asked asked = new Readiness.Asked(ready, port, build, process::holdsPort);
    try {
      return new Readiness(asked).ask() instanceof Readiness.Answer.Ready;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /**
   * A deployer of the adapter {@code process}: it builds into the cache of the state directory and
   * starts process groups on this machine, or starts what was kept.
   */
  public static Deployer local(
      Plan plan, Workspace workspace, Journal journal, Addresses addresses) {
    DeployJournal records = new DeployJournal(journal, plan.round());
    Artifacts artifacts =
        plan.kept().isEmpty()
            ? new Builder(plan, workspace, records)
            : new KeptArtifacts(plan.kept(), workspace.state());
    return new LocalDeployer(
        plan,
        new Secrets(plan, workspace.checkout(), new SecureRandom()),
        artifacts,
        new Starter(plan, workspace, records, addresses),
        records);
  }
}
