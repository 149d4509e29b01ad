package ai.netra.loop.round;

import ai.netra.loop.proof.Fact;
import ai.netra.loop.record.AuditScore;
import ai.netra.loop.record.Candidate;
import ai.netra.loop.record.Cluster;
import ai.netra.loop.record.DeployBack;
import ai.netra.loop.record.Hunk;
import ai.netra.loop.record.Minimal;
import ai.netra.loop.review.Review;
import ai.netra.loop.review.Review.Audited;
import ai.netra.loop.review.Review.Cause;
import ai.netra.loop.review.Review.Change;
import ai.netra.loop.review.Review.Terms;
import ai.netra.loop.round.RoundState.Auditing;
import ai.netra.loop.workspace.Tree;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Has candidates audited, and remembers what was found. */
final class Audits {

  private final Setting setting;
  private final Ledger ledger;
  private final LastKnownGood lastKnownGood;

  Audits(Setting setting, Ledger ledger, LastKnownGood lastKnownGood) {
    this.setting = setting;
    this.ledger = ledger;
    this.lastKnownGood = lastKnownGood;
  }

  /** The audit of a candidate; one that stands in the journal is not made again. */
  AuditScore of(Auditing state, String message, int round) {
    return made(state.candidate()).orElseGet(() -> make(state, message, round));
  }

  private Optional<AuditScore> made(Candidate candidate) {
    return scores().filter(it -> it.candidate().equals(candidate.tree())).findFirst();
  }

  private Stream<AuditScore> scores() {
    return ledger.facts().stream()
        .map(Fact::entry)
        .filter(AuditScore.class::isInstance)
        .map(AuditScore.class::cast);
  }

  /** What earlier audits of this cluster's candidates found, for the next author. */
  List<String> findings(Cluster cluster) {
    return scores()
        .filter(it -> it.cluster().equals(cluster.fingerprint()) && !it.approved())
        .flatMap(it -> it.findings().stream())
        .map(it -> "%s at %s: %s".formatted(it.rule(), it.place(), it.words()))
        .toList();
  }

  private AuditScore make(Auditing state, String message, int round) {
    Candidate candidate = state.candidate();
    String base =
        lastKnownGood.of(setting.target().name()).map(DeployBack::tree).orElse(candidate.base());
    Terms terms = Terms.of(setting.project(), cause(state), message);
    Audited audited =
        Review.staticPart(
            new Change(files(base), files(candidate.tree()), candidate.patch(), terms));
    AuditScore score =
        new AuditScore(
            state.diagnosed().cluster().fingerprint(),
            candidate.tree(),
            base,
            audited.rules(),
            audited.score(),
            audited.approved(),
            audited.findings(),
            audited.notAsked());
    ledger.append(round, "", score, List.of());
    return score;
  }

  private static Cause cause(Auditing state) {
    Optional<Minimal> minimal = state.diagnosed().minimal();
    Set<String> files =
        minimal.stream()
            .flatMap(it -> it.hunks().stream())
            .map(Hunk::file)
            .collect(Collectors.toSet());
    return new Cause(files, Set.copyOf(minimal.map(Minimal::keys).orElse(List.of())));
  }

  private Path files(String tree) {
    return new SourceTree(setting.workspace().checkout(), setting.workspace().state())
        .kept(new Tree(tree, "", false));
  }
}
