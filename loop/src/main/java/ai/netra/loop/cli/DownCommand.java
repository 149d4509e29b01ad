package ai.netra.loop.cli;

import ai.netra.loop.project.Project;
import ai.netra.loop.workspace.StateDirectory;
import ai.netra.loop.workspace.Workspace;
import ai.netra.loop.workspace.Workspace.Opening;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code netra down}: stops what {@code netra up} started; data stay. */
@Command(
    name = "down",
    mixinStandardHelpOptions = true,
    description = "Stops what 'netra up' started; its data stay.")
final class DownCommand implements Callable<Integer> {

  private final Session session;

  @Mixin private Options options = new Options();

  DownCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    ProjectFiles files = new ProjectFiles(session, options);
    Project project = files.project();
    StateDirectory state = files.state(project);
    return switch (Workspace.open(project.root(), state, "up", session.clock())) {
      case Opening.Taken taken ->
          throw new CommandFailure(
              ExitCode.BLOCKED, "a 'netra up' is at work here: " + taken.owner());
      case Opening.Opened opened -> down(opened.workspace());
    };
  }

  private int down(Workspace workspace) {
    try (workspace) {
      List<String> stopped =
          UpState.read(workspace.state()).map(DownCommand::stop).orElse(List.of());
      UpState.remove(workspace.state());
      if (options.json) {
        session.out().println(Json.line(Map.of("stopped", stopped)));
      } else {
        session
            .out()
            .println(
                stopped.isEmpty() ? "nothing was up" : "stopped " + String.join(", ", stopped));
      }
      return ExitCode.OK.status();
    }
  }

  private static List<String> stop(UpState state) {
    List<String> alive =
        state.services().stream()
            .filter(UpState.UpService::isAlive)
            .map(UpState.UpService::name)
            .toList();
    state.stop();
    return alive;
  }
}
