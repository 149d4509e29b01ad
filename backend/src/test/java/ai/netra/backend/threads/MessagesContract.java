package ai.netra.backend.threads;

import static org.assertj.core.api.Assertions.assertThat;

import ai.netra.backend.threads.Threads.MessageQuery;
import ai.netra.backend.threads.Threads.NewThread;
import ai.netra.backend.threads.Threads.Room;
import ai.netra.backend.threads.Threads.ThreadQuery;
import ai.netra.contract.error.ErrorCode;
import ai.netra.contract.list.Page;
import ai.netra.contract.thread.MessageView;
import ai.netra.contract.thread.ThreadView;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Pages, search, and what messages give a thread. */
abstract class MessagesContract extends OnThreads {

  @Test
  void pagesGiveEveryThreadOnceWhileSomeAreAdded_W73() {
    for (int i = 0; i < 25; i++) {
      make(anna, "t" + i);
    }
    List<String> seen = new ArrayList<>();
    String token = null;
    do {
      Page<ThreadView> page = threads.list(anna.user(), all(10, token));
      page.data().forEach(each -> seen.add(each.id()));
      token = page.nextPageToken();
      clock.advance(Duration.ofMillis(1));
      make(anna, "later" + seen.size());
    } while (token != null);

    List<String> expected = new ArrayList<>();
    for (int i = 24; i >= 0; i--) {
      expected.add("t" + i);
    }
    assertThat(seen).isEqualTo(expected);
  }

  @Test
  void messagesPageInBothOrders_H97() {
    make(anna, "t1");
    for (int i = 0; i < 5; i++) {
      say(anna, "t1", "m" + i);
    }

    assertThat(contents(true)).containsExactly("m0", "m1", "m2", "m3", "m4");
    assertThat(contents(false)).containsExactly("m4", "m3", "m2", "m1", "m0");
  }

  @Test
  void aTextFindsTitlesAndMessagesOfTheCaller_H100() {
    threads.create(anna, new NewThread("t1", "Über 100%_sure", Map.of()));
    make(anna, "t2");
    say(anna, "t2", "What does CHECKOUT cost?");
    make(ben, "t3");
    say(ben, "t3", "checkout");

    assertThat(found("über")).containsExactly("t1");
    assertThat(found("0%_s")).containsExactly("t1");
    assertThat(found("%")).containsExactly("t1");
    assertThat(found("checkout")).containsExactly("t2");
    assertThat(found("nothing")).isEmpty();
  }

  @Test
  void autoRenameTakesTheFirstUserMessage_H98() {
    make(anna, "t1");
    refused(() -> threads.autoRename(anna, "t1"), ErrorCode.CONFLICT);
    say(anna, "t1", "what do I spend, and on what?");
    say(anna, "t1", "another question");

    assertThat(threads.autoRename(anna, "t1").title()).isEqualTo("What do I spend and");
    assertThat(events.after(anna.user(), 1, 1).getFirst().data()).contains("\"by\":\"auto\"");
  }

  @Test
  void aPageTokenThatIsNoneIsRefused_H38() {
    refused(() -> threads.list(anna.user(), all(10, "???")), ErrorCode.VALIDATION_ERROR);
    refused(() -> threads.list(anna.user(), all(10, "abcd")), ErrorCode.VALIDATION_ERROR);
  }

  @Test
  void aClientsMessageIdIsFreeAfterItsDay() {
    make(anna, "t1");
    add(anna, "t1", "first", "c-1");
    assertThat(sent("c-1")).isTrue();
    clock.advance(Duration.ofHours(24).plusMillis(1));

    assertThat(sent("c-1")).isFalse();
    add(anna, "t1", "second", "c-1");
    assertThat(sent("c-1")).isTrue();
  }

  private boolean sent(String clientMessageId) {
    return store().write(t -> log.sent(t, anna.user(), clientMessageId)).isPresent();
  }

  private List<String> found(String text) {
    return threads
        .list(anna.user(), new ThreadQuery(text, "active", Room.of(10), null))
        .data()
        .stream()
        .map(ThreadView::id)
        .toList();
  }

  private List<String> contents(boolean oldestFirst) {
    List<String> contents = new ArrayList<>();
    String token = null;
    do {
      Page<MessageView> page =
          threads.messages(anna.user(), new MessageQuery("t1", oldestFirst, Room.of(2), token));
      page.data().forEach(each -> contents.add(each.content()));
      token = page.nextPageToken();
    } while (token != null);
    return contents;
  }
}
