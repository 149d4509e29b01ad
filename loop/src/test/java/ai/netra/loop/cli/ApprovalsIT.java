package ai.netra.loop.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ai.netra.loop.Fixture;
import ai.netra.loop.Netra;
import ai.netra.loop.inbox.Inbox;
import ai.netra.loop.inbox.Inbox.Message;
import ai.netra.loop.inbox.Inbox.Message.Answer;
import ai.netra.loop.inbox.Inbox.Message.Stop;
import ai.netra.loop.journal.FileJournal;
import ai.netra.loop.journal.Redaction;
import ai.netra.loop.record.ApprovalAsked;
import ai.netra.loop.record.ApprovalGiven;
import ai.netra.loop.record.Entry;
import ai.netra.loop.record.RunStarted;
import ai.netra.loop.workspace.StateDirectory;
import ai.netra.loop.workspace.Workspace;
import ai.netra.loop.workspace.Workspace.Opening;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** People's answers, given by commands and taken out of the inbox. */
class ApprovalsIT {

  private static final String RUN = "01RUN";

  @TempDir private Path folder;
  private Fixture fixture;
  private Netra netra;
  private StateDirectory state;

  @BeforeEach
  void lay() {
    fixture = Fixture.in(folder.resolve("checkout"));
    state = StateDirectory.at(folder.resolve("state"));
    netra = Netra.in(fixture.folder(), state.root());
    journal(started(), asked("a1"), new ApprovalGiven("a1", true, "ann", ""), asked("a2"));
  }

  @Test
  void anApprovalReachesTheRunWithItsUserAndReason() throws IOException {
    Netra.Ended ended = netra.run("approve", "a2", "--why", "looks right");

    assertThat(ended.out()).isEqualTo("approved a2; the loop takes it from its inbox\n");
    assertThat(ended.status()).isZero();
    assertThat(taken()).containsExactly(new Answer("a2", true, me(), "looks right"));
  }

  @Test
  void aRefusalNeedsAReason() throws IOException {
    assertThat(netra.run("approve", "--reject", "a2"))
        .returns(2, Netra.Ended::status)
        .extracting(Netra.Ended::err)
        .asString()
        .contains("--reject: a reason is required with --why");
    assertThat(taken()).isEmpty();

    assertThat(netra.run("approve", "--reject", "a2", "--why", "too wide").status()).isZero();
    assertThat(taken()).containsExactly(new Answer("a2", false, me(), "too wide"));
  }

  @Test
  void whatIsNotAskedOrIsAnsweredCannotBeApproved() {
    Netra.Ended ended = netra.run("approve", "a1", "--json");

    assertThat(ended.status()).isEqualTo(2);
    assertThat(ended.err()).contains("the last run asks nothing by 'a1'; open are [a2]");
    assertThat(taken()).isEmpty();
  }

  @Test
  void withoutAnIdTheOpenQuestionsAreListed() {
    assertThat(netra.run("approve").out())
        .isEqualTo("a2: commit of tree 4b82, policy.commit asks; until 2030-01-01T00:00:00Z\n");
  }

  @Test
  void stopReachesTheLoopAtWorkAndNobodyElse() throws IOException {
    Netra.Ended idle = netra.run("stop");
    assertThat(idle)
        .returns(1, Netra.Ended::status)
        .returns("no loop is at work here\n", Netra.Ended::out);
    assertThat(taken()).isEmpty();

    try (Workspace held = workspace()) {
      Netra.Ended asked = netra.run("stop", "--why", "enough");

      assertThat(asked).returns(0, Netra.Ended::status);
      assertThat(held.state()).isEqualTo(state);
    }
    assertThat(taken()).containsExactly(new Stop(me(), "enough"));
  }

  private Workspace workspace() {
    return ((Opening.Opened) Workspace.open(fixture.folder(), state, "loop", Clock.systemUTC()))
        .workspace();
  }

  private static RunStarted started() {
    return new RunStarted(
        1, RUN, "fixture", "local", "4b82", "main", false, "0f", 2, List.of(), Map.of());
  }

  private static ApprovalAsked asked(String id) {
    Instant until = Instant.parse("2030-01-01T00:00:00Z");
    return new ApprovalAsked(id, "c1", "commit", "4b82", "policy.commit asks", until);
  }

  private void journal(Entry... entries) {
    try (FileJournal journal =
        FileJournal.open(
            state.runs().resolve(RUN), Redaction.of(List.of()), Clock.systemUTC(), () -> 7)) {
      for (Entry entry : entries) {
        journal.append(1, "", entry, List.of());
      }
    }
  }

  private List<Message> taken() {
    List<Message> taken = new ArrayList<>();
    new Inbox(state, Clock.systemUTC()).take(RUN, taken::add);
    return taken;
  }

  private String me() throws IOException {
    return Files.getOwner(state.inbox()).getName();
  }
}
