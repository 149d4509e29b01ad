package ai.netra.loop.cli;

import ai.netra.loop.journal.JournalReader;
import ai.netra.loop.journal.Line;
import ai.netra.loop.report.Report;
import ai.netra.loop.report.Verification;
import ai.netra.loop.statement.SigningKey;
import ai.netra.loop.statement.StatementFailure;
import ai.netra.loop.statement.Statements;
import ai.netra.loop.statement.Statements.Check;
import ai.netra.loop.workspace.Changes;
import ai.netra.loop.workspace.WorkspaceFailure;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What holds a run from outside its folder: its signed statement, and the commits that name a line
 * of its chain. Who wrote the whole chain anew is found by them alone.
 */
final class Anchors {

  private static final Pattern PROOF = Pattern.compile("(?m)^Netra-Proof: ([0-9a-f]{64})$");

  /** Clocks of machines that commit may differ. */
  private static final Duration SKEW = Duration.ofDays(1);

  private final Session session;
  private final ProjectFiles files;

  Anchors(Session session, ProjectFiles files) {
    this.session = session;
    this.files = files;
  }

  /** A verification, with the anchors that were found and agree. */
  record Anchored(Verification verification, List<String> anchors) {}

  /** Checks the anchors of a run that is as it claims; one that disagrees is a finding. */
  Anchored of(Path folder, Verification verification) {
    if (!(verification instanceof Verification.Verified verified)) {
      return new Anchored(verification, List.of());
    }
    List<String> anchors = new ArrayList<>();
    List<String> findings = new ArrayList<>();
    switch (Statements.check(folder, verified.report(), keys())) {
      case Check.Signed it -> anchors.add("statement signed by key %.16s".formatted(it.keyId()));
      case Check.Unknown it ->
          anchors.add("statement of key %.16s, which is not known here".formatted(it.keyId()));
      case Check.Wrong it -> findings.add(it.finding());
      case Check.Absent _ -> {}
    }
    commits(folder, verified.report(), anchors, findings);
    return findings.isEmpty()
        ? new Anchored(verification, anchors)
        : new Anchored(new Verification.Tampered(findings), List.of());
  }

  private List<PublicKey> keys() {
    Path file = SigningKey.publicHalf(SigningKey.file(session.environment()));
    if (!Files.exists(file)) {
      return List.of();
    }
    try {
      return List.of(SigningKey.known(file));
    } catch (StatementFailure e) {
      throw new CommandFailure(ExitCode.BLOCKED, String.valueOf(e.getMessage()));
    }
  }

  private void commits(Path folder, Report report, List<String> anchors, List<String> findings) {
    List<Changes.Past> commits;
    try {
      commits =
          files
              .checkout(files.project())
              .changes()
              .saying("Netra-Run: " + report.run(), report.started().minus(SKEW));
    } catch (CommandFailure | WorkspaceFailure e) {
      return; // a run's folder can be checked where there is no checkout
    }
    Set<String> hashes =
        JournalReader.read(folder).lines().stream().map(Line::hash).collect(Collectors.toSet());
    for (Changes.Past commit : commits) {
      Matcher proof = PROOF.matcher(commit.message());
      boolean names = proof.find() && hashes.contains(proof.group(1));
      String id = "commit %.12s".formatted(commit.id());
      if (names) {
        anchors.add(id);
      } else {
        findings.add(id + ": names a line that the journal does not have");
      }
    }
  }
}
