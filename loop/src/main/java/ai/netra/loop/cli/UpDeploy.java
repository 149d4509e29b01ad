package ai.netra.loop.cli;

import ai.netra.loop.deploy.Addresses;
import ai.netra.loop.deploy.Deployer.Outcome;
import ai.netra.loop.deploy.Deployers;
import ai.netra.loop.deploy.Deployment;
import ai.netra.loop.deploy.Deployment.RunningService;
import ai.netra.loop.journal.FileJournal;
import ai.netra.loop.journal.Redaction;
import ai.netra.loop.project.Project;
import ai.netra.loop.project.ServiceSpec.StartSpec;
import ai.netra.loop.project.TargetSpec;
import ai.netra.loop.record.RunStarted;
import ai.netra.loop.workspace.Tree;
import ai.netra.loop.workspace.Workspace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Deploys for {@code netra up} with the loop's own engine and lets the services run on. */
final class UpDeploy {

  private static final int ROUND = 1;

  private final Session session;
  private final Workspace workspace;
  private final Project project;
  private final TargetSpec target;
  private final Redaction redaction = Redaction.of(List.of());

  UpDeploy(Session session, Workspace workspace, Project project, TargetSpec target) {
    this.session = session;
    this.workspace = workspace;
    this.project = project;
    this.target = target;
  }

  /**
   * Starts every service.
   *
   * @throws CommandFailure of {@link ExitCode#BLOCKED} with the reason, when one does not get
   *     ready; then none is left running
   */
  UpState deploy() {
    workspace.processes().endOrphans().forEach(it -> session.err().println("ended " + it.told()));
    Instant since = session.clock().instant();
    String deploy = "up-" + since.toString().replace(':', '-');
    Tree tree = workspace.checkout().tree();
    if (tree.dirty()) {
      session.err().println("The checkout has changes: what starts is a snapshot of it.");
    }
    Path source = folder("source");
    workspace.checkout().sync(tree, source);
    Path run = folder("runs/" + deploy);
    try (FileJournal journal =
        FileJournal.open(run, redaction, session.clock(), System::nanoTime)) {
      journal.append(ROUND, "", started(deploy, tree), List.of());
      Deployers.Plan plan =
          new Deployers.Plan(
              project,
              target,
              tree,
              deploy,
              ROUND,
              source,
              run,
              folder("data"),
              redaction,
              session.environment(),
              List.of());
      Outcome outcome = Deployers.local(plan, workspace, journal, Addresses.own(target)).deploy();
      return finish(outcome, tree, since);
    }
  }

  private UpState finish(Outcome outcome, Tree tree, Instant since) {
    return switch (outcome) {
      case Outcome.Closed closed ->
          throw new CommandFailure(
              ExitCode.BLOCKED, "service '" + closed.service() + "': " + closed.reason());
      case Outcome.Attested attested -> {
        Deployment deployment = attested.deployment();
        List<UpState.UpService> services =
            deployment.services().stream().map(this::service).toList();
        UpState state = new UpState(target.name(), tree.id(), since, services);
        // written first: a service that nobody knows of could not be stopped
        state.write(workspace.state());
        deployment.detach();
        yield state;
      }
    };
  }

  private UpState.UpService service(RunningService running) {
    StartSpec start = project.service(running.name()).start();
    String log = running.log().toString();
    return new UpState.UpService(
        running.name(),
        running.publicUrl(),
        running.privatePort(),
        running.build(),
        running.pid(),
        running.birth(),
        start == null ? 0 : start.stop().toSeconds(),
        log,
        log.replaceFirst("\\.log$", ".err.log"));
  }

  private RunStarted started(String deploy, Tree tree) {
    return new RunStarted(
        1,
        deploy,
        project.name(),
        target.name(),
        tree.id(),
        tree.branch(),
        tree.dirty(),
        "",
        0,
        List.of("netra", "up"),
        Map.of("java", Runtime.version().toString()));
  }

  private Path folder(String name) {
    try {
      return Files.createDirectories(workspace.state().up().resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(name + ": cannot be made in the state directory", e);
    }
  }
}
