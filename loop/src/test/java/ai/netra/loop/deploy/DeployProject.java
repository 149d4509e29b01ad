package ai.netra.loop.deploy;

import ai.netra.loop.Fixture;
import ai.netra.loop.deploy.Deployer.Outcome;
import ai.netra.loop.journal.Redaction;
import ai.netra.loop.project.Project;
import ai.netra.loop.project.ProjectReader;
import ai.netra.loop.project.ProjectReader.Reading;
import ai.netra.loop.workspace.StateDirectory;
import ai.netra.loop.workspace.Workspace;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The fixture project in a temporary folder, deployed as often as a test likes. */
final class DeployProject implements AutoCloseable {

  final MemoryJournal journal = new MemoryJournal();
  final Map<String, String> environment = new HashMap<>(System.getenv());
  final Fixture fixture;
  final Workspace workspace;
  private final Path folder;
  private int deploys;

  DeployProject(Path folder) {
    this.folder = folder;
    fixture = Fixture.in(folder.resolve("checkout"));
    StateDirectory state = StateDirectory.at(folder.resolve("state"));
    workspace =
        ((Workspace.Opening.Opened)
                Workspace.open(fixture.folder(), state, "loop", Clock.systemUTC()))
            .workspace();
  }

  Outcome deploy() {
    return deploy(Addresses.own(project().target("local")));
  }

  Outcome deploy(Addresses addresses) {
    deploys++;
    Path logs = folder.resolve("logs-" + deploys);
    logs.toFile().mkdirs();
    Deployers.Plan plan =
        new Deployers.Plan(
            project(),
            project().target("local"),
            workspace.checkout().tree(),
            "deploy-1",
            1,
            fixture.folder(),
            logs,
            logs,
            Redaction.of(List.of()),
            environment,
            List.of());
    return Deployers.local(plan, workspace, journal, addresses).deploy();
  }

  private Project project() {
    return ((Reading.Accepted) new ProjectReader(Map.of(), 2).read(fixture.folder())).project();
  }

  static Deployment attested(Outcome outcome) {
    return ((Outcome.Attested) outcome).deployment();
  }

  static Outcome.Closed closed(Outcome outcome) {
    return (Outcome.Closed) outcome;
  }

  @Override
  public void close() {
    workspace.close();
  }
}
