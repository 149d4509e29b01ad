package ai.netra.loop.cli;

import ai.netra.loop.index.History;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code netra index}: makes the history across runs anew. */
@Command(
    name = "index",
    mixinStandardHelpOptions = true,
    description = "Makes the history across runs anew, from the journals of all runs.")
final class IndexCommand implements Callable<Integer> {

  private final Session session;

  @Mixin private Options options = new Options();

  IndexCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    ProjectFiles files = new ProjectFiles(session, options);
    try (History history = History.open(files.state(files.project()))) {
      tell(history.rebuild());
      return ExitCode.OK.status();
    } catch (History.Failure e) {
      throw new CommandFailure(ExitCode.BLOCKED, String.valueOf(e.getMessage()));
    }
  }

  private void tell(History.Projected projected) {
    if (options.json) {
      session.out().println(Json.line(projected));
      return;
    }
    session.out().println("the history holds " + projected.runs() + " runs");
    projected
        .unread()
        .forEach((run, why) -> session.out().println("without run " + run + ": " + why));
  }
}
