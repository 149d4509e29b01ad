package ai.netra.loop.cli;

import ai.netra.loop.inbox.Inbox;
import ai.netra.loop.record.ApprovalAsked;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code netra approve}: answers what a run asks of people. */
@Command(
    name = "approve",
    mixinStandardHelpOptions = true,
    description = "Approves or refuses what the loop asks; without an ID lists what it asks.")
final class ApproveCommand implements Callable<Integer> {

  private final Session session;

  @Mixin private Options options = new Options();

  @Parameters(arity = "0..1", paramLabel = "ID", description = "What the loop asked by this id.")
  private @Nullable String id;

  @Option(names = "--reject", description = "Refuse it; then --why is required.")
  private boolean reject;

  @Option(names = "--why", paramLabel = "TEXT", description = "The reason, for the journal.")
  private String why = "";

  ApproveCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    ProjectFiles files = new ProjectFiles(session, options);
    Path run = new RunFolders(session, options).find(null);
    OpenApprovals open = OpenApprovals.of(run);
    String asked = id;
    if (asked == null) {
      return list(open);
    }
    ApprovalAsked approval = approval(open, asked);
    Inbox inbox = new Inbox(files.state(files.project()), session.clock());
    inbox.answer(String.valueOf(run.getFileName()), approval.id(), !reject, why);
    tell(approval);
    return ExitCode.OK.status();
  }

  private int list(OpenApprovals open) {
    if (reject) {
      throw new CommandFailure(ExitCode.USAGE, "--reject: an ID is required");
    }
    if (options.json) {
      session.out().println(Json.line(open.told()));
    } else {
      open.told().forEach(session.out()::println);
    }
    return ExitCode.OK.status();
  }

  private ApprovalAsked approval(OpenApprovals open, String asked) {
    if (reject && why.isBlank()) {
      throw new CommandFailure(ExitCode.USAGE, "--reject: a reason is required with --why");
    }
    return open.of(asked)
        .orElseThrow(
            () ->
                new CommandFailure(
                    ExitCode.USAGE,
                    "ID: the last run asks nothing by '%s'; open are %s"
                        .formatted(asked, open.all().stream().map(ApprovalAsked::id).toList())));
  }

  private void tell(ApprovalAsked approval) {
    String word = reject ? "refused" : "approved";
    if (options.json) {
      session.out().println(Json.line(Map.of("id", approval.id(), "approved", !reject)));
    } else {
      session.out().println(word + " " + approval.id() + "; the loop takes it from its inbox");
    }
  }
}
