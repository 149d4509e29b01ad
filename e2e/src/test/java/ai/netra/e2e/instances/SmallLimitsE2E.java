package ai.netra.e2e.instances;

import static org.assertj.core.api.Assertions.assertThat;

import ai.netra.e2e.support.Answer;
import ai.netra.e2e.support.Await;
import ai.netra.e2e.support.Chat;
import ai.netra.e2e.support.Frame;
import ai.netra.e2e.support.Handshake;
import ai.netra.e2e.support.Identity;
import ai.netra.e2e.support.Instance;
import ai.netra.e2e.support.Json;
import ai.netra.e2e.support.People;
import ai.netra.e2e.support.Rest;
import ai.netra.e2e.support.Tokens;
import ai.netra.e2e.support.WebSocketClient;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Limits that an instance has so small that a test can meet them. */
@ExtendWith(People.class)
@Tag("p2")
@Tag("area:errors")
class SmallLimitsE2E {

  private static final String LIMITS = "NETRA_BACKEND_LIMITS_";
  private static final String QUESTION = "What do I spend, and on what?";

  @Test
  @DisplayName("W15 One bad token too many of an address is 429, other addresses go on")
  void badTokensOfAnAddress(Identity ann) {
    Instance backend =
        Instance.of("backend")
            .with(LIMITS + "BAD_TOKENS_PER_MINUTE", "3")
            .with("NETRA_BACKEND_TRUSTED_PROXIES", "127.0.0.1")
            .start();
    String broken = Tokens.broken("ill-signed", ann.accessToken());
    List<String> refusals = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      refusals.add(from("203.0.113.7", broken, backend).refused().refusal());
    }
    Handshake.Outcome.Refused other = from("203.0.113.8", broken, backend).refused();

    assertThat(refusals.subList(0, 3)).isEqualTo(Collections.nCopies(3, "401 AUTH_INVALID_TOKEN"));
    assertThat(refusals.getLast()).isEqualTo("429 RATE_LIMITED");
    assertThat(other.refusal()).isEqualTo("401 AUTH_INVALID_TOKEN");
  }

  @Test
  @DisplayName("W18 One handshake too many of a user in a minute is 429, other users go on")
  void handshakesOfAUser(Identity ann, Identity bob) {
    Instance backend = Instance.of("backend").with(LIMITS + "HANDSHAKES_PER_MINUTE", "3").start();
    for (int i = 0; i < 3; i++) {
      WebSocketClient.of(ann, backend.url()).close();
    }
    Handshake.Outcome.Refused refused =
        Handshake.bearer(ann.accessToken()).at(backend.url()).refused();
    WebSocketClient his = Handshake.bearer(bob.accessToken()).at(backend.url()).open();
    Frame welcome = his.welcome();
    his.close();

    assertThat(refused.refusal()).isEqualTo("429 RATE_LIMITED");
    assertThat(Integer.parseInt(refused.headers().get("retry-after"))).isBetween(1, 60);
    assertThat(welcome.text("/data/user_id")).isEqualTo(bob.userId());
  }

  @Test
  @DisplayName("W90 Past the window resumed tells the gap and the runs, which HTTP has whole")
  void pastTheWindow(Identity ann) {
    Instance backend = Instance.of("backend").with(LIMITS + "REPLAY_WINDOW_FRAMES", "10").start();
    List<Frame> frames;
    try (WebSocketClient socket = WebSocketClient.of(ann, backend.url())) {
      frames = Chat.ask(socket, Chat.message(QUESTION));
    }
    WebSocketClient back =
        Handshake.bearer(ann.accessToken())
            .target("/ws?cursor=" + frames.getFirst().cursor())
            .at(backend.url())
            .open();
    back.welcome();
    Frame resumed = back.await("resumed");
    back.close();
    Answer whole =
        backend.rest().as(ann).get("/api/runs/" + frames.getFirst().runId() + "/events?limit=1000");

    assertThat(resumed.at("/data/gap").asBoolean()).isTrue();
    assertThat(resumed.at("/data/replayed").asInt()).isLessThan(frames.size());
    assertThat(resumed.at("/data/missing_runs").get(0).asString())
        .isEqualTo(frames.getFirst().runId());
    assertThat(Json.texts(whole.listed(), "/cursor"))
        .containsExactlyElementsOf(frames.stream().map(Frame::cursor).toList());
  }

  @Test
  @DisplayName("W100 Over the rate of messages nothing is executed, after the wait it is")
  void overTheRateOfMessages(Identity ann) {
    Instance backend = Instance.of("backend").with("NETRA_BACKEND_DEFAULT_PLAN", "free").start();
    try (WebSocketClient socket = WebSocketClient.of(ann, backend.url())) {
      for (int i = 0; i < 40; i++) {
        socket.send(Map.of("type", "list_threads"));
      }
      Frame refused = socket.await("error_message");
      Frame created =
          Await.until(
              "room in the rate of messages",
              () ->
                  socket
                      .send(create("kept"))
                      .await(
                          f ->
                              f.text("/correlation_id").equals("c1")
                                  || f.type().equals("thread_created")),
              frame -> frame.type().equals("thread_created"));

      assertThat(refused.text("/error_code")).isEqualTo("RATE_LIMITED");
      assertThat(refused.at("/details/limit").asInt()).isEqualTo(60);
      assertThat(refused.at("/details/window_seconds").asInt()).isEqualTo(60);
      assertThat(refused.at("/details/retry_after_ms").asLong()).isBetween(1L, 60_000L);
      assertThat(created.text("/data/thread/title")).isEqualTo("kept");
    }
    assertThat(Json.texts(backend.rest().as(ann).get("/api/threads").listed(), "/title"))
        .containsExactly("kept");
  }

  @Test
  @DisplayName("W102 A hundred refusals in a row close the socket with 1008")
  void aHundredRefusalsClose(Identity ann) {
    Instance backend = Instance.of("backend").with("NETRA_BACKEND_DEFAULT_PLAN", "free").start();
    try (WebSocketClient socket = WebSocketClient.of(ann, backend.url())) {
      for (int i = 0; i < 160; i++) {
        socket.send(Map.of("type", "list_threads"));
      }
      List<Frame> frames = socket.untilClosed();

      assertThat(frames.stream().filter(frame -> frame.type().equals("error_message")))
          .hasSizeGreaterThanOrEqualTo(100)
          .allMatch(frame -> frame.text("/error_code").equals("RATE_LIMITED"));
      assertThat(socket.closed()).isEqualTo(new WebSocketClient.Closed(1008, "Rate limit"));
    }
  }

  @Test
  @DisplayName("W101 Socket and HTTP share the bucket of starts")
  void oneBucketOfStarts(Identity ann) {
    Instance backend = Instance.of("backend").with("NETRA_BACKEND_DEFAULT_PLAN", "free").start();
    Rest rest = backend.rest().as(ann);
    List<Integer> statuses = new ArrayList<>();
    try (WebSocketClient socket = WebSocketClient.of(ann, backend.url())) {
      for (int i = 0; i < 5; i++) {
        statuses.add(rest.post("/api/runs", "{\"content\":\"" + QUESTION + "\"}").status());
        assertThat(socket.send(Chat.message(QUESTION)).await("message_received").runId())
            .isNotEmpty();
      }
      Frame over = socket.send(Chat.message(QUESTION)).await("error_message");
      Answer overHttp = rest.post("/api/runs", "{\"content\":\"" + QUESTION + "\"}");

      assertThat(statuses).containsOnly(202);
      assertThat(over.text("/error_code")).isEqualTo("RATE_LIMITED");
      assertThat(over.at("/details/limit").asInt()).isEqualTo(10);
      assertThat(overHttp.refusal()).isEqualTo("429 RATE_LIMITED");
    }
  }

  @Test
  @DisplayName("W104 A socket that sends nothing is closed with 1001, its runs are kept")
  void silenceCloses(Identity ann) {
    Instance backend = Instance.of("backend").with(LIMITS + "IDLE_TIMEOUT_SECONDS", "2").start();
    WebSocketClient socket = WebSocketClient.of(ann, backend.url());
    WebSocketClient.Closed closed = socket.closed();

    assertThat(closed).isEqualTo(new WebSocketClient.Closed(1001, "Idle"));
    assertThat(backend.rest().as(ann).get("/api/threads").listed()).isEmpty();
  }

  @Test
  @DisplayName(
      "H50 Calls without a token share their address's bucket, which H52 no header changes")
  void anonymousCallsShareABucket(Identity ann) {
    Instance backend =
        Instance.of("backend").with(LIMITS + "ANONYMOUS_REQUESTS_PER_MINUTE", "4").start();
    Answer first = backend.rest().get("/api/agents");
    Answer refused = backend.rest().get("/version");
    Answer elsewhere = backend.rest().header("X-Forwarded-For", "203.0.113.9").get("/version");
    Answer known = backend.rest().as(ann).get("/api/agents");

    assertThat(Json.texts(first.listed(), "/name")).contains("supervisor", "triage");
    assertThat(refused.refusal()).isEqualTo("429 RATE_LIMITED");
    assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1, 60);
    assertThat(elsewhere.refusal()).isEqualTo("429 RATE_LIMITED");
    assertThat(Json.texts(known.listed(), "/name")).contains("supervisor", "triage");
  }

  private static Map<String, Object> create(String title) {
    return Map.of("type", "create_thread", "id", "c1", "payload", Map.of("title", title));
  }

  private static Handshake from(String address, String token, Instance backend) {
    return Handshake.bearer(token).header("X-Forwarded-For", address).at(backend.url());
  }
}
