package ai.netra.loop.round;

import ai.netra.loop.proof.Fact;
import ai.netra.loop.record.AuditScore;
import ai.netra.loop.record.Candidate;
import ai.netra.loop.record.Cause;
import ai.netra.loop.record.Cluster;
import ai.netra.loop.record.Entry;
import ai.netra.loop.record.Stability;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Generates the message of a commit from what the journal holds. */
record Message(List<Fact<Entry>> facts) {

  private static final int SUBJECT = 68;

  /**
   * The message without trailers.
   *
   * @param stability what the candidate showed on the target; empty before it was tried
   */
  String of(Candidate candidate, Optional<Stability> stability) {
    Optional<Cluster> cluster =
        all(Cluster.class).filter(it -> it.id().equals(candidate.cluster())).reduce(Message::later);
    Optional<Cause> cause =
        all(Cause.class)
            .filter(it -> it.cluster().equals(candidate.cluster()))
            .reduce(Message::later);
    Optional<AuditScore> audit =
        all(AuditScore.class)
            .filter(it -> it.candidate().equals(candidate.tree()))
            .reduce(Message::later);
    StringBuilder text = new StringBuilder();
    text.append(subject(candidate)).append("\n");
    cluster.ifPresent(it -> text.append("\nSeen: ").append(it.title()).append("\n"));
    cause
        .filter(it -> !it.statement().equals(Cause.UNKNOWN))
        .ifPresent(it -> text.append("Cause: ").append(it.statement()).append("\n"));
    stability.ifPresent(it -> text.append("Tests: ").append(it.reason()).append("\n"));
    audit.ifPresent(it -> text.append("Audit: ").append(it.score()).append(" of 100\n"));
    return text.append("Fixer: ").append(candidate.fixer()).append("\n").toString();
  }

  private static String subject(Candidate candidate) {
    String files =
        candidate.files().size() == 1
            ? candidate.files().getFirst()
            : candidate.files().size() + " files";
    String subject = "Mend " + files.substring(files.lastIndexOf('/') + 1);
    return subject.length() > SUBJECT ? subject.substring(0, SUBJECT) : subject;
  }

  private static <T> T later(T earlier, T later) {
    return later;
  }

  private <T extends Entry> Stream<T> all(Class<T> kind) {
    return facts.stream().map(Fact::entry).filter(kind::isInstance).map(kind::cast);
  }
}
