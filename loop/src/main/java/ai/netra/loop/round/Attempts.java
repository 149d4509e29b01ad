package ai.netra.loop.round;

import ai.netra.loop.project.Project.FixerSpec;
import ai.netra.loop.proof.Fact;
import ai.netra.loop.record.AuditScore;
import ai.netra.loop.record.Candidate;
import ai.netra.loop.record.Cluster;
import ai.netra.loop.record.Entry;
import ai.netra.loop.record.FixerDone;
import ai.netra.loop.record.Stability;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the journal tells of the attempts at clusters so far.
 *
 * @param most so many attempts at one cluster
 * @param fixers in the order in which they are tried
 */
record Attempts(int most, List<FixerSpec> fixers, Ledger ledger) {

  /** Ends after which the same fixer is not asked again. */
  private static final Set<FixerDone.End> HELPLESS =
      Set.of(FixerDone.End.NONE, FixerDone.End.BLOCKED, FixerDone.End.HUMAN);

  /** A candidate that was approved, and of which nothing is known on the target yet. */
  Optional<Candidate> pending(Cluster cluster, String base) {
    List<Candidate> approved = new ArrayList<>();
    for (Entry entry : ledger.facts().stream().map(Fact::entry).toList()) {
      switch (entry) {
        case Candidate it when it.cluster().equals(cluster.id()) && it.base().equals(base) ->
            approved.add(it);
        case AuditScore it when !it.approved() ->
            approved.removeIf(of -> of.tree().equals(it.candidate()));
        case Stability it when !it.passed() -> approved.removeIf(of -> of.tree().equals(it.tree()));
        default -> {}
      }
    }
    return approved.stream().filter(this::isAudited).findFirst();
  }

  private boolean isAudited(Candidate candidate) {
    return ledger.facts().stream()
        .anyMatch(
            it ->
                it.entry() instanceof AuditScore audit
                    && audit.candidate().equals(candidate.tree()));
  }

  List<FixerDone> done() {
    return ledger.facts().stream()
        .map(Fact::entry)
        .filter(FixerDone.class::isInstance)
        .map(FixerDone.class::cast)
        .toList();
  }

  /** The fixer whose turn it is; empty where none is left, or the budget of the cluster is used. */
  Optional<FixerSpec> next(Cluster cluster) {
    List<FixerDone> done = done().stream().filter(it -> it.cluster().equals(cluster.id())).toList();
    if (done.size() >= most) {
      return Optional.empty();
    }
    return fixers.stream().filter(it -> isLeft(it, done)).findFirst();
  }

  /** One that cannot help need not be asked again; one that made something may, up to its limit. */
  private static boolean isLeft(FixerSpec fixer, List<FixerDone> done) {
    List<FixerDone> own = done.stream().filter(it -> it.fixer().equals(fixer.name())).toList();
    boolean helpless = own.stream().anyMatch(it -> HELPLESS.contains(it.end()));
    return !helpless && own.size() < fixer.attempts();
  }
}
