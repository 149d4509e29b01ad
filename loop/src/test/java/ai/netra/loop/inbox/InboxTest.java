package ai.netra.loop.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.netra.loop.inbox.Inbox.Message;
import ai.netra.loop.inbox.Inbox.Message.Answer;
import ai.netra.loop.inbox.Inbox.Message.Stop;
import ai.netra.loop.inbox.Inbox.Message.Unreadable;
import ai.netra.loop.workspace.StateDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InboxTest {

  private static final String RUN = "01RUN";
  private static final Instant START = Instant.parse("2030-01-01T00:00:00Z");

  @TempDir private Path folder;
  private StateDirectory state;
  private String me;

  @BeforeEach
  void lay() throws IOException {
    state = StateDirectory.at(folder.resolve("state"));
    me = Files.getOwner(state.inbox()).getName();
  }

  @Test
  void messagesComeOnceTheOldestFirstWithTheOwnerOfTheFile() {
    at(2).stop(RUN, "enough");
    at(1).answer(RUN, "a1", false, "too wide");
    at(0).answer(RUN, "a2", true, "");

    assertThat(taken())
        .containsExactly(
            new Answer("a2", true, me, ""),
            new Answer("a1", false, me, "too wide"),
            new Stop(me, "enough"));
    assertThat(taken()).isEmpty();
    assertThat(state.inbox()).isEmptyDirectory();
  }

  @Test
  void aMessageThatCouldNotBeJournaledComesAgain() {
    at(0).stop(RUN, "enough");

    assertThatThrownBy(
            () ->
                at(1)
                    .take(
                        RUN,
                        _ -> {
                          throw new IllegalStateException("the disk is full");
                        }))
        .isInstanceOf(IllegalStateException.class);

    assertThat(taken()).containsExactly(new Stop(me, "enough"));
  }

  @Test
  void whatWasMeantForAnEarlierRunStopsNobody() {
    at(0).stop("00RUN", "enough");

    assertThat(taken()).isEmpty();
    assertThat(state.inbox()).isEmptyDirectory();
  }

  @Test
  void aFileThatIsNoMessageIsToldAndRemoved() throws IOException {
    Files.writeString(state.inbox().resolve("1.json"), "{\"run\":\"01RUN\",\"kind\":\"SING\"}");
    Files.writeString(state.inbox().resolve("2.json"), "{\"run\":\"01RUN\"}");
    Files.writeString(state.inbox().resolve("2.tmp"), "half a mess");

    assertThat(taken()).hasSize(2).allMatch(Unreadable.class::isInstance);
    assertThat(state.inbox().resolve("2.tmp")).exists();
  }

  private List<Message> taken() {
    List<Message> taken = new ArrayList<>();
    at(9).take(RUN, taken::add);
    return taken;
  }

  private Inbox at(int second) {
    return new Inbox(state, Clock.fixed(START.plus(Duration.ofSeconds(second)), ZoneOffset.UTC));
  }
}
