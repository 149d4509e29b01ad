package ai.netra.loop.cli;

import ai.netra.loop.journal.JournalReader;
import ai.netra.loop.project.Project;
import ai.netra.loop.report.Report;
import ai.netra.loop.report.RunReports;
import ai.netra.loop.report.Verification;
import ai.netra.loop.statement.SigningKey;
import ai.netra.loop.statement.StatementFailure;
import ai.netra.loop.statement.Statements;
import ai.netra.loop.statement.Statements.Check;
import ai.netra.loop.workspace.Tree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code netra gate}: open only for a signed proof of exactly what is checked out. */
@Command(
    name = "gate",
    mixinStandardHelpOptions = true,
    description =
        "Exits 0 only for a verified, signed, proved run of the checkout's tree; else 1 with the"
            + " reason.")
final class GateCommand implements Callable<Integer> {

  private final Session session;

  @Mixin private Options options = new Options();

  @Option(
      names = "--key",
      paramLabel = "FILE",
      description = "The public key that must have signed; without it the one of this machine.")
  private @Nullable Path key;

  @Option(names = "--make-key", description = "Makes the signing key of this machine, and ends.")
  private boolean make;

  GateCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    try {
      return make ? makeKey() : told(reason());
    } catch (StatementFailure e) {
      return told(Optional.of(String.valueOf(e.getMessage())));
    }
  }

  private int makeKey() {
    Path file = SigningKey.file(session.environment());
    SigningKey.make(file);
    session.out().println(file + ": made; runs are signed with it from now on");
    return ExitCode.OK.status();
  }

  private int told(Optional<String> reason) {
    if (options.json) {
      Map<String, Object> answer = new LinkedHashMap<>();
      answer.put("open", reason.isEmpty());
      answer.put("reason", reason.orElse(""));
      session.out().println(Json.line(answer));
    } else {
      session.out().println(reason.map(it -> "closed: " + it).orElse("open"));
    }
    return (reason.isEmpty() ? ExitCode.OK : ExitCode.NO).status();
  }

  /** Why the gate is closed; empty where it is open. */
  private Optional<String> reason() {
    PublicKey trusted = trusted();
    ProjectFiles files = new ProjectFiles(session, options);
    Project project = files.project();
    Tree tree = files.checkout(project).tree();
    if (tree.dirty()) {
      return Optional.of("the checkout has changes that no commit has");
    }
    List<String> reasons = new ArrayList<>();
    for (Path folder : runs(files.state(project).runs())) {
      Optional<Report> about = about(folder, tree);
      Optional<String> reason = about.flatMap(it -> reason(folder, it, trusted));
      if (about.isPresent() && reason.isEmpty()) {
        return Optional.empty();
      }
      reason.ifPresent(reasons::add);
    }
    return Optional.of(
        reasons.isEmpty() ? "no run is about tree " + tree.id() : reasons.getFirst());
  }

  private PublicKey trusted() {
    return SigningKey.known(
        key == null ? SigningKey.publicHalf(SigningKey.file(session.environment())) : key);
  }

  /** What a run says that is as it claims, and about this tree. */
  private static Optional<Report> about(Path folder, Tree tree) {
    return RunReports.verify(folder) instanceof Verification.Verified verified
        ? Optional.of(verified.report()).filter(it -> it.tree().equals(tree.id()))
        : Optional.empty();
  }

  /** Why this run does not open the gate; empty where it does. */
  private static Optional<String> reason(Path folder, Report report, PublicKey trusted) {
    String run = "run " + report.run();
    if (!report.verdict().equals("proved") || report.dirty()) {
      return Optional.of(run + " did not prove it: " + report.sentence());
    }
    return switch (Statements.check(folder, report, List.of(trusted))) {
      case Check.Signed _ -> Optional.empty();
      case Check.Absent _ -> Optional.of(run + " proved it, but is not signed");
      case Check.Unknown it -> Optional.of(run + " is signed by another key, " + it.keyId());
      case Check.Wrong it -> Optional.of(run + ": " + it.finding());
    };
  }

  /** The runs, the last first. */
  private static List<Path> runs(Path folder) {
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(JournalReader::isJournal)
          .sorted(Comparator.comparing((Path it) -> it.getFileName().toString()).reversed())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(folder + ": cannot be listed", e);
    }
  }
}
