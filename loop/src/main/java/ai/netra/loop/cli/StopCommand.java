package ai.netra.loop.cli;

import ai.netra.loop.inbox.Inbox;
import ai.netra.loop.project.Project;
import ai.netra.loop.workspace.StateDirectory;
import ai.netra.loop.workspace.Workspace;
import ai.netra.loop.workspace.Workspace.Opening;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code netra stop}: asks the loop at work here to stop. */
@Command(
    name = "stop",
    mixinStandardHelpOptions = true,
    description = "Asks the loop at work here to stop; the step in hand ends cleanly.")
final class StopCommand implements Callable<Integer> {

  private final Session session;

  @Mixin private Options options = new Options();

  @Option(names = "--why", paramLabel = "TEXT", description = "The reason, for the journal.")
  private String why = "";

  StopCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    ProjectFiles files = new ProjectFiles(session, options);
    Project project = files.project();
    StateDirectory state = files.state(project);
    boolean working = isWorking(project, state);
    if (working) {
      String run = String.valueOf(new RunFolders(session, options).find(null).getFileName());
      new Inbox(state, session.clock()).stop(run, why);
    }
    tell(working);
    return (working ? ExitCode.OK : ExitCode.NO).status();
  }

  private boolean isWorking(Project project, StateDirectory state) {
    return switch (Workspace.open(project.root(), state, "loop", session.clock())) {
      case Opening.Taken taken -> true;
      case Opening.Opened opened -> {
        opened.workspace().close();
        yield false;
      }
    };
  }

  private void tell(boolean working) {
    if (options.json) {
      session.out().println(Json.line(Map.of("asked", working)));
    } else {
      session.out().println(working ? "the loop is asked to stop" : "no loop is at work here");
    }
  }
}
