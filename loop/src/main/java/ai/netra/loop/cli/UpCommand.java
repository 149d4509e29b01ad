package ai.netra.loop.cli;

import ai.netra.loop.project.Project;
import ai.netra.loop.project.TargetSpec;
import ai.netra.loop.workspace.StateDirectory;
import ai.netra.loop.workspace.Workspace;
import ai.netra.loop.workspace.Workspace.Opening;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code netra up}: the services run on, on their public ports, until {@code netra down}. */
@Command(
    name = "up",
    mixinStandardHelpOptions = true,
    description = "Builds and starts the services; they run until 'netra down'.")
final class UpCommand implements Callable<Integer> {

  private final Session session;

  @Mixin private Options options = new Options();

  @Option(
      names = "--target",
      paramLabel = "TARGET",
      defaultValue = "up",
      description = "The target of netra.yaml, '${DEFAULT-VALUE}' without a word.")
  private String target = "up";

  UpCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    ProjectFiles files = new ProjectFiles(session, options);
    Project project = files.project();
    TargetSpec spec = files.target(project, target);
    Preflight.of(session, project).requireNoProblem();
    StateDirectory state = files.state(project);
    return switch (Workspace.open(project.root(), state, "up", session.clock())) {
      case Opening.Taken taken ->
          throw new CommandFailure(
              ExitCode.BLOCKED, "another 'netra up' is at work here: " + taken.owner());
      case Opening.Opened opened -> up(opened.workspace(), project, spec);
    };
  }

  private int up(Workspace workspace, Project project, TargetSpec spec) {
    try (workspace) {
      Optional<UpState> before = UpState.read(workspace.state());
      if (before.isPresent() && before.get().answers(project)) {
        tell(before.get(), "already up since " + before.get().since());
        return ExitCode.OK.status();
      }
      before.ifPresent(UpState::stop);
      UpState now = new UpDeploy(session, workspace, project, spec).deploy();
      tell(now, "up");
      return ExitCode.OK.status();
    }
  }

  private void tell(UpState state, String word) {
    if (options.json) {
      session.out().println(Json.line(state));
      return;
    }
    session.out().println(word);
    for (UpState.UpService service : state.services()) {
      session.out().println("  " + service.name() + "  " + service.url());
      List<String> notices = Notices.in(Path.of(service.log()));
      notices.forEach(notice -> session.out().println(notice.indent(4).stripTrailing()));
    }
    session.out().println("'netra logs -f' follows their logs, 'netra down' stops them.");
  }
}
