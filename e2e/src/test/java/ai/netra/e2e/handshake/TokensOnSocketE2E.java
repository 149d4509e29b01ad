package ai.netra.e2e.handshake;

import static org.assertj.core.api.Assertions.assertThat;

import ai.netra.e2e.support.Answer;
import ai.netra.e2e.support.Chat;
import ai.netra.e2e.support.Frame;
import ai.netra.e2e.support.Handshake;
import ai.netra.e2e.support.Identity;
import ai.netra.e2e.support.Json;
import ai.netra.e2e.support.People;
import ai.netra.e2e.support.Rest;
import ai.netra.e2e.support.Tokens;
import ai.netra.e2e.support.WebSocketClient;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What becomes of an open socket while its token ages, is renewed or is taken back. */
@ExtendWith(People.class)
@Tag("p1")
@Tag("area:connection")
class TokensOnSocketE2E {

  private static final String QUESTION = "What do I spend, and on what?";

  @Test
  @DisplayName("W21 A socket is told that its token expires 60 s ahead, at once where less is left")
  void expiryIsAnnounced() {
    Identity brief = Identity.with(Map.of("access_ttl_seconds", 40));
    WebSocketClient socket = Handshake.bearer(brief.accessToken()).open();
    Frame welcome = socket.welcome();
    Frame told = socket.next();
    socket.close();

    assertThat(told.type()).isEqualTo("system_message");
    assertThat(told.text("/data/event")).isEqualTo("token_expiring");
    assertThat(told.at("/data/seconds_left").asInt()).isBetween(30, 40);
    assertThat(told.text("/data/token_expires_at"))
        .isEqualTo(welcome.text("/data/token_expires_at"));
  }

  @Test
  @DisplayName("W22 A new token of the same user renews, and no frame of a run is lost")
  void aNewTokenRenews(Identity ann) {
    String renewed = renewed(ann);
    try (WebSocketClient socket = WebSocketClient.of(ann)) {
      socket.send(Chat.message(QUESTION));
      socket.send(authenticate("a1", renewed));
      List<Frame> frames = socket.until(Frame::endsRun);
      Frame pong = socket.send(Map.of("type", "ping", "id", "p1")).await("pong");

      Frame told =
          frames.stream()
              .filter(frame -> frame.text("/data/event").equals("token_renewed"))
              .findFirst()
              .orElseThrow();
      assertThat(told.text("/correlation_id")).isEqualTo("a1");
      assertThat(told.text("/data/token_expires_at")).isNotEmpty();
      assertThat(frames.stream().filter(frame -> frame.seq() > 0).map(Frame::seq))
          .containsExactlyElementsOf(
              IntStream.rangeClosed(1, (int) frames.getLast().seq())
                  .mapToObj(seq -> (long) seq)
                  .toList());
      assertThat(pong.text("/correlation_id")).isEqualTo("p1");
    }
  }

  @Test
  @DisplayName("W23 An expired token closes with 1008, and what ran ends all the same")
  void anExpiredTokenCloses() {
    Identity brief = Identity.with(Map.of("access_ttl_seconds", 2));
    WebSocketClient socket = WebSocketClient.of(brief);
    String run = socket.send(Chat.message(QUESTION)).await("message_received").runId();
    WebSocketClient.Closed closed = socket.closed();
    Answer after = Rest.backend().bearer(renewed(brief)).get("/api/runs/" + run);

    assertThat(closed).isEqualTo(new WebSocketClient.Closed(1008, "Auth failed: Token expired"));
    assertThat(after.status()).isEqualTo(200);
    assertThat(after.text("/state")).isEqualTo("completed");
  }

  @Test
  @DisplayName("W24 A revoked session closes each of its sockets, and no other")
  void aRevokedSessionCloses(Identity ann, Identity bob) {
    try (WebSocketClient one = WebSocketClient.of(ann);
        WebSocketClient two = WebSocketClient.of(ann);
        WebSocketClient his = WebSocketClient.of(bob)) {
      Answer ended = Rest.auth().as(ann).post("/auth/logout", "");

      assertThat(ended.json().at("/sessions_ended").asInt()).isEqualTo(1);
      assertThat(List.of(one.closed(), two.closed()))
          .containsOnly(new WebSocketClient.Closed(1008, "Auth failed: Token revoked"));
      assertThat(his.send(Map.of("type", "ping", "id", "p1")).next().text("/correlation_id"))
          .isEqualTo("p1");
    }
  }

  @Test
  @DisplayName("W27 A bad token in authenticate leaves the old one")
  void aBadTokenLeavesTheOldOne(Identity ann) {
    try (WebSocketClient socket = WebSocketClient.of(ann)) {
      String broken = Tokens.broken("ill-signed", ann.accessToken());
      Frame refused = socket.send(authenticate("a1", broken)).next();
      Frame listed = socket.send(Map.of("type", "list_threads", "id", "l1")).next();

      assertThat(refused.text("/error_code")).isEqualTo("AUTH_INVALID_TOKEN");
      assertThat(refused.text("/correlation_id")).isEqualTo("a1");
      assertThat(refused.json().toString()).doesNotContain(broken.substring(0, 40));
      assertThat(listed.type()).isEqualTo("thread_list");
      assertThat(listed.text("/correlation_id")).isEqualTo("l1");
    }
  }

  @Test
  @DisplayName("W27 Another user's token in authenticate closes the socket with 1008")
  void anothersTokenCloses(Identity ann, Identity bob) {
    try (WebSocketClient socket = WebSocketClient.of(ann)) {
      Frame refused = socket.send(authenticate("a1", bob.accessToken())).next();

      assertThat(refused.text("/error_code")).isEqualTo("AUTH_INVALID_TOKEN");
      assertThat(socket.closed().code()).isEqualTo(1008);
    }
  }

  @Test
  @DisplayName("W19 The 21st socket of a user is refused with 1013, and the 20 stay")
  void oneSocketTooMany(Identity ann) {
    List<WebSocketClient> open =
        IntStream.range(0, 20).mapToObj(i -> WebSocketClient.of(ann)).toList();
    WebSocketClient more = Handshake.bearer(ann.accessToken()).open();
    Frame refused = more.next();

    assertThat(refused.text("/error_code")).isEqualTo("SOCKET_LIMIT");
    assertThat(refused.at("/details/limit").asInt()).isEqualTo(20);
    assertThat(more.closed()).isEqualTo(new WebSocketClient.Closed(1013, "Socket limit"));
    open.forEach(socket -> socket.send(Map.of("type", "ping")));
    assertThat(open).allMatch(socket -> socket.next().type().equals("pong"));
    open.forEach(WebSocketClient::close);
  }

  private static Map<String, Object> authenticate(String id, String token) {
    return Map.of("type", "authenticate", "id", id, "token", token);
  }

  /** Another access token of the same session. */
  private static String renewed(Identity owner) {
    Answer answer =
        Rest.auth()
            .post("/auth/refresh", Json.write(Map.of("refresh_token", owner.refreshToken())));
    if (answer.status() != 200) {
      throw new IllegalStateException("refresh: " + answer.status() + " " + answer.body());
    }
    return answer.text("/access_token");
  }
}
