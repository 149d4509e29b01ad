package ai.netra.loop.round;

import ai.netra.loop.inbox.Inbox;
import ai.netra.loop.inbox.Inbox.Message.Answer;
import ai.netra.loop.inbox.Inbox.Message.Stop;
import ai.netra.loop.inbox.Inbox.Message.Unreadable;
import ai.netra.loop.record.ApprovalAsked;
import ai.netra.loop.record.ApprovalGiven;
import ai.netra.loop.record.Candidate;
import ai.netra.loop.round.RoundState.AwaitingApproval;
import ai.netra.loop.suite.SuiteFailure;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Asks people and waits for them, up to the declared time. */
final class Approvals {

  private static final Duration POLL = Duration.ofMillis(300);

  private final Setting setting;
  private final Ledger ledger;
  private final RoundListener listener;
  private volatile boolean interrupted;

  Approvals(Setting setting, Ledger ledger, RoundListener listener) {
    this.setting = setting;
    this.ledger = ledger;
    this.listener = listener;
  }

  /** Ends the waiting, from any thread. */
  void interrupt() {
    interrupted = true;
  }

  /** Returns with the answer, or when the time is over; both stand in the journal then. */
  RoundState await(AwaitingApproval state, int round) {
    Candidate candidate = state.stable().candidate();
    Instant until = setting.clock().instant().plus(setting.project().mending().policy().within());
    String id = "a" + (ledger.count(ApprovalAsked.class) + 1);
    ledger.append(
        round,
        "",
        new ApprovalAsked(
            id, candidate.cluster(), state.what(), candidate.tree(), state.reason(), until),
        List.of());
    listener.note(
        "waits for a person until %s: 'netra approve %s' or 'netra approve --reject %s'"
            .formatted(until, id, id));
    Waiting waiting = new Waiting(id, round);
    while (waiting.given.isEmpty() && !interrupted && setting.clock().instant().isBefore(until)) {
      waiting.look();
    }
    ApprovalGiven given = waiting.given.orElseGet(() -> nobody(id, round));
    return given.approved()
        ? state.given()
        : state.stopped(
            StopReason.HUMAN,
            "%s of tree %s was not approved: %s"
                .formatted(state.what(), candidate.tree(), given.why()));
  }

  private ApprovalGiven nobody(String id, int round) {
    String why = interrupted ? "the loop was interrupted" : "nobody answered in time";
    return given(round, new ApprovalGiven(id, false, "", why));
  }

  private ApprovalGiven given(int round, ApprovalGiven given) {
    ledger.append(round, "", given, List.of());
    return given;
  }

  /** One question. */
  private final class Waiting {

    private final String id;
    private final int round;
    private Optional<ApprovalGiven> given = Optional.empty();

    Waiting(String id, int round) {
      this.id = id;
      this.round = round;
    }

    void look() {
      new Inbox(setting.workspace().state(), setting.clock()).take(setting.run(), this::take);
      if (given.isEmpty()) {
        pause();
      }
    }

    private void take(Inbox.Message message) {
      switch (message) {
        case Answer it when it.id().equals(id) && given.isEmpty() ->
            given =
                Optional.of(given(round, new ApprovalGiven(id, it.approved(), it.who(), it.why())));
        case Answer it -> listener.note("nobody asked '" + it.id() + "': the answer is left out");
        case Stop it ->
            given = Optional.of(given(round, new ApprovalGiven(id, false, it.who(), it.why())));
        case Unreadable it -> listener.note("inbox: " + it.file() + ": " + it.reason());
      }
    }

    private static void pause() {
      try {
        Thread.sleep(POLL);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new SuiteFailure("interrupted while a person was awaited", e);
      }
    }
  }
}
