package ai.netra.loop.round;

import ai.netra.loop.fix.Landing;
import ai.netra.loop.fix.Landing.Landed;
import ai.netra.loop.project.Project;
import ai.netra.loop.proof.Fact;
import ai.netra.loop.record.Candidate;
import ai.netra.loop.record.CommitDone;
import ai.netra.loop.record.CommitIntent;
import ai.netra.loop.round.RoundState.AwaitingApproval;
import ai.netra.loop.round.RoundState.Committing;
import ai.netra.loop.workspace.Changes;
import ai.netra.loop.workspace.Globs;
import ai.netra.loop.workspace.WorkspaceFailure;
import java.util.List;
import java.util.Optional;

/** Asks whom it must, and commits what was tested as exactly that tree. */
final class Committer {

  private static final String NEVER = "never";

  private final Setting setting;
  private final Ledger ledger;
  private final RoundListener listener;
  private final Approvals approvals;

  Committer(Setting setting, Ledger ledger, RoundListener listener) {
    this.setting = setting;
    this.ledger = ledger;
    this.listener = listener;
    this.approvals = new Approvals(setting, ledger, listener);
  }

  void interrupt() {
    approvals.interrupt();
  }

  Optional<String> approvalFor(StableCandidate stable) {
    Project.PolicySpec policy = setting.project().mending().policy();
    if (setting.tree().dirty()) {
      return Optional.of(NEVER);
    }
    return switch (policy.commit()) {
      case ASK -> Optional.of("commit");
      case NEVER -> Optional.of(NEVER);
      case AUTO -> {
        Globs waits = new Globs(policy.approval());
        yield stable.candidate().files().stream().filter(waits::matches).findFirst();
      }
    };
  }

  RoundState await(AwaitingApproval state, int round) {
    String tree = state.stable().candidate().tree();
    if (state.what().equals(NEVER)) {
      return state.stopped(
          StopReason.HUMAN,
          "tree %s is tested and not committed: %s"
              .formatted(
                  tree,
                  setting.tree().dirty()
                      ? "the run tests a snapshot of a checkout with changes"
                      : "policy.commit.mode is never"));
    }
    return approvals.await(state, round);
  }

  void commit(Committing state, int round) {
    Candidate candidate = state.stable().candidate();
    Changes changes = setting.workspace().checkout().changes();
    String parent = parent(changes, candidate);
    String message =
        new Message(ledger.facts()).of(candidate, Optional.of(state.stable().stability()));
    CommitIntent intent = new CommitIntent(candidate.cluster(), candidate.tree(), parent, message);
    long n = ledger.append(round, intent.key(round), intent, List.of());
    Landing landing =
        new Landing(changes, setting.workspace().checkout().branches(), setting.run());
    Landed landed =
        landing.land(
            new Landing.Order(
                round,
                candidate.cluster(),
                candidate.fixer(),
                candidate.tree(),
                parent,
                message,
                ledger.head()));
    ledger.append(
        round,
        intent.key(round),
        new CommitDone(
            candidate.cluster(),
            landed.commit(),
            candidate.tree(),
            landed.branch(),
            landed.landed(),
            landed.reason()),
        List.of(n));
    listener.note(
        landed.landed()
            ? "committed %.12s on %s".formatted(landed.commit(), landed.branch())
            : "commit %.12s waits on branch %s: %s"
                .formatted(landed.commit(), landed.branch(), landed.reason()));
  }

  /** The last commit of this run, else the one that was checked out when it began. */
  private String parent(Changes changes, Candidate candidate) {
    return ledger.facts().stream()
        .map(Fact::entry)
        .filter(CommitDone.class::isInstance)
        .map(it -> ((CommitDone) it).commit())
        .reduce((_, later) -> later)
        .or(() -> changes.of(candidate.base()).map(Changes.Commit::id))
        .orElseThrow(
            () -> new WorkspaceFailure(candidate.base() + ": no commit has this tree any more"));
  }
}
