package ai.netra.e2e.threads;

import static org.assertj.core.api.Assertions.assertThat;

import ai.netra.e2e.support.Chat;
import ai.netra.e2e.support.Frame;
import ai.netra.e2e.support.Identity;
import ai.netra.e2e.support.Json;
import ai.netra.e2e.support.People;
import ai.netra.e2e.support.WebSocketClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Threads over the socket. */
@ExtendWith(People.class)
@Tag("p1")
@Tag("area:threads")
class ThreadsOnSocketE2E {

  @Test
  @DisplayName("W68 A thread is created, renamed and deleted on every socket")
  void changesReachEverySocket(Identity ann) {
    try (WebSocketClient socket = WebSocketClient.of(ann);
        WebSocketClient other = WebSocketClient.of(ann)) {
      socket.send(Map.of("type", "create_thread", "thread_id", "t-1", "title", "First"));
      socket.send(Map.of("type", "rename_thread", "thread_id", "t-1", "title", "Second"));
      socket.send(Map.of("type", "delete_thread", "thread_id", "t-1"));

      assertThat(other.await("thread_created").text("/data/thread/title")).isEqualTo("First");
      Frame renamed = other.await("thread_renamed");
      assertThat(renamed.text("/data/title")).isEqualTo("Second");
      assertThat(renamed.text("/data/by")).isEqualTo("user");
      assertThat(other.await("thread_deleted").text("/data/thread_id")).isEqualTo("t-1");
    }
  }

  @Test
  @DisplayName("W69 A thread id that is taken is refused")
  void takenIdIsRefused(Identity ann) {
    try (WebSocketClient socket = WebSocketClient.of(ann)) {
      socket.send(Map.of("type", "create_thread", "thread_id", "t-1")).await("thread_created");
      Frame error = socket.send(Map.of("type", "create_thread", "thread_id", "t-1")).next();

      assertThat(error.text("/error_code")).isEqualTo("CONFLICT");
      assertThat(error.text("/error_message")).contains("t-1");
    }
  }

  @Test
  @DisplayName("W70 A start without a thread makes one, told before the message")
  void startMakesAThread(Identity ann) {
    try (WebSocketClient socket = WebSocketClient.of(ann)) {
      Frame first = socket.send(Chat.message("What can you do?")).next();
      Frame second = socket.next();

      assertThat(first.type()).isEqualTo("thread_created");
      assertThat(second.type()).isEqualTo("message_received");
      assertThat(second.text("/thread_id")).isEqualTo(first.text("/data/thread/id"));
    }
  }

  @Test
  @DisplayName("W71 A switch sets the default thread and shows its messages")
  void switchSetsTheDefault(Identity ann) {
    try (WebSocketClient socket = WebSocketClient.of(ann)) {
      Chat.ask(socket, Chat.message("t-one", "What can you do?"));
      socket.send(Map.of("type", "create_thread", "thread_id", "t-two")).await("thread_created");
      Frame switched =
          socket
              .send(Map.of("type", "switch_thread", "thread_id", "t-one"))
              .await("thread_switched");
      Frame received = socket.send(Chat.message("And now?")).await("message_received");

      assertThat(Json.texts(switched.at("/data/messages"), "/role"))
          .containsExactly("user", "assistant");
      assertThat(switched.text("/data/messages/0/content")).isEqualTo("What can you do?");
      assertThat(received.text("/thread_id")).isEqualTo("t-one");
    }
  }

  @Test
  @DisplayName("W72 A deleted thread is hidden and its history is not found")
  void deletionHides(Identity ann) {
    try (WebSocketClient socket = WebSocketClient.of(ann)) {
      socket.send(Map.of("type", "create_thread", "thread_id", "t-1")).await("thread_created");
      socket.send(Map.of("type", "delete_thread", "thread_id", "t-1")).await("thread_deleted");
      Frame list = socket.send(Map.of("type", "list_threads")).await("thread_list");
      Frame history = socket.send(Map.of("type", "get_thread_history", "thread_id", "t-1")).next();

      assertThat(list.at("/data/threads").size()).isZero();
      assertThat(history.text("/error_code")).isEqualTo("THREAD_NOT_FOUND");
    }
  }

  @Test
  @DisplayName("W73 Lists page without loss or repeat while rows are added")
  void listsPage(Identity ann) {
    try (WebSocketClient socket = WebSocketClient.of(ann)) {
      List<String> made = new ArrayList<>();
      for (int i = 0; i < 7; i++) {
        made.add("t-" + i);
        socket.send(Map.of("type", "create_thread", "thread_id", "t-" + i)).await("thread_created");
      }
      Frame first = socket.send(Map.of("type", "list_threads", "limit", 3)).await("thread_list");
      socket.send(Map.of("type", "create_thread", "thread_id", "t-late")).await("thread_created");
      List<String> seen = new ArrayList<>(Json.texts(first.at("/data/threads"), "/id"));
      Frame page = first;
      while (page.at("/data/has_more").asBoolean()) {
        String token = page.text("/data/next_page_token");
        page =
            socket
                .send(Map.of("type", "list_threads", "limit", 3, "page_token", token))
                .await("thread_list");
        seen.addAll(Json.texts(page.at("/data/threads"), "/id"));
      }

      assertThat(seen).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(made);
    }
  }

  @Test
  @DisplayName("W73 A history has the messages of its thread, oldest first")
  void historyIsOldestFirst(Identity ann) {
    try (WebSocketClient socket = WebSocketClient.of(ann)) {
      Chat.ask(socket, Chat.message("t-1", "First question"));
      Chat.ask(socket, Chat.message("t-1", "Second question"));
      Frame history =
          socket
              .send(Map.of("type", "get_thread_history", "thread_id", "t-1"))
              .await("thread_history");

      List<String> contents = Json.texts(history.at("/data/messages"), "/content");
      assertThat(contents).hasSize(4);
      assertThat(contents.get(0)).isEqualTo("First question");
      assertThat(contents.get(2)).isEqualTo("Second question");
    }
  }

  @Test
  @DisplayName("W74 q finds titles and messages")
  void searchFindsTitlesAndMessages(Identity ann) {
    try (WebSocketClient socket = WebSocketClient.of(ann)) {
      socket.send(
          Map.of("type", "create_thread", "thread_id", "t-title", "title", "Übersicht Köln"));
      Chat.ask(socket, Chat.message("t-message", "Why is checkout so slow?"));
      Frame byTitle = socket.send(Map.of("type", "list_threads", "q", "köln")).await("thread_list");
      Frame byMessage =
          socket.send(Map.of("type", "list_threads", "q", "Checkout")).await("thread_list");

      assertThat(Json.texts(byTitle.at("/data/threads"), "/id")).containsExactly("t-title");
      assertThat(Json.texts(byMessage.at("/data/threads"), "/id")).containsExactly("t-message");
    }
  }

  @Test
  @DisplayName("W75 Typing reaches the other sockets only")
  void typingReachesOthers(Identity ann) {
    try (WebSocketClient socket = WebSocketClient.of(ann);
        WebSocketClient other = WebSocketClient.of(ann)) {
      socket.send(Map.of("type", "create_thread", "thread_id", "t-1")).await("thread_created");
      socket.send(Map.of("type", "user_typing", "thread_id", "t-1"));
      Frame typing = other.await("user_typing");
      Frame own = socket.send(Map.of("type", "ping")).next();

      assertThat(typing.text("/data/thread_id")).isEqualTo("t-1");
      assertThat(typing.at("/data/active").asBoolean()).isTrue();
      assertThat(own.type()).isEqualTo("pong");
    }
  }
}
