package ai.netra.e2e.instances;

import static org.assertj.core.api.Assertions.assertThat;

import ai.netra.e2e.support.Answer;
import ai.netra.e2e.support.AtOnce;
import ai.netra.e2e.support.Chat;
import ai.netra.e2e.support.Frame;
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
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the backend does without auth, and both with the limits of production. */
@ExtendWith(People.class)
@Tag("area:start-up")
class OutagesE2E {

  private static final String QUESTION = "What do I spend, and on what?";

  @Test
  @Tag("p1")
  @DisplayName("A56 With auth stopped those signed in go on; its restart keeps keys and tokens")
  void authStopped() {
    Instance backend = Instance.of("backend").ownNeeds().start();
    Instance auth = backend.need("auth");
    Identity ann = Identity.at(auth.url());
    String keys = auth.rest().get("/oauth2/jwks").body();
    try (WebSocketClient socket = WebSocketClient.of(ann, backend.url())) {
      assertThat(auth.stop().status()).isEqualTo(0);

      assertThat(Chat.ask(socket, Chat.message(QUESTION)).getLast().type())
          .isEqualTo("agent_completed");
      assertThat(backend.rest().as(ann).get("/api/threads").status()).isEqualTo(200);
    }
    auth.restart();

    assertThat(auth.rest().get("/oauth2/jwks").body()).isEqualTo(keys);
    Answer me = auth.rest().as(ann).get("/auth/me");
    assertThat(me.status()).isEqualTo(200);
    assertThat(me.text("/email")).isEqualTo(ann.email());
  }

  @Test
  @Tag("p2")
  @DisplayName("A58 While auth hangs, backend requests are answered and bad tokens stay 401")
  void authHangs(Identity ann) {
    Instance backend = Instance.of("backend").calling("auth", "NETRA_BACKEND_AUTH_URL").start();
    assertThat(threads(backend, ann)).isEmpty();
    backend.delay("auth", 600_000);

    String broken = Tokens.broken("ill-signed", ann.accessToken());
    for (int i = 0; i < 20; i++) {
      assertThat(backend.rest().bearer(broken).get("/api/threads").refusal())
          .isEqualTo("401 AUTH_INVALID_TOKEN");
    }
    try (WebSocketClient socket = WebSocketClient.of(ann, backend.url())) {
      Frame last = Chat.ask(socket, Chat.message(QUESTION)).getLast();

      assertThat(last.type()).isEqualTo("agent_completed");
      assertThat(threads(backend, ann)).containsExactly(last.text("/thread_id"));
    }
  }

  @Test
  @Tag("p2")
  @DisplayName("A8 With the default limits the sixth failure of an account is 429, others sign in")
  void defaultThrottle() {
    Instance auth =
        Instance.of("auth")
            .without("NETRA_AUTH_THROTTLE_IP")
            .without("NETRA_AUTH_THROTTLE_REGISTER_IP")
            .without("NETRA_AUTH_THROTTLE_TOKEN_IP")
            .start();
    Identity ann = Identity.at(auth.url());
    List<Integer> statuses = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      statuses.add(login(auth, ann.email(), "wrong horse battery " + i).status());
    }

    Answer sixth = login(auth, ann.email(), "wrong horse battery");

    assertThat(statuses).isEqualTo(Collections.nCopies(5, 401));
    assertThat(sixth.refusal()).isEqualTo("429 RATE_LIMITED");
    assertThat(sixth.header("Retry-After")).isNotEmpty();
    assertThat(login(auth, "nobody-" + UUID.randomUUID() + "@e2e.test", "wrong horse").refusal())
        .isEqualTo("401 INVALID_CREDENTIALS");
  }

  @Test
  @Tag("p2")
  @DisplayName("H48 With the plan of production a free user over the rate gets 429 and a wait")
  void productionRate(Identity ann, Identity bob) {
    Instance backend = Instance.of("backend").without("NETRA_BACKEND_DEFAULT_PLAN").start();
    Rest rest = backend.rest().as(ann);
    int limit = Integer.parseInt(rest.get("/api/threads").header("X-RateLimit-Limit"));
    List<Answer> answers = AtOnce.send(limit + 40, () -> rest.get("/api/threads"));
    Answer last =
        answers.stream().filter(answer -> answer.status() == 429).findFirst().orElseThrow();

    assertThat(last.refusal()).isEqualTo("429 RATE_LIMITED");
    assertThat(Integer.parseInt(last.header("Retry-After"))).isBetween(1, 60);
    assertThat(threads(backend, bob)).isEmpty();
  }

  private static List<String> threads(Instance backend, Identity owner) {
    return Json.texts(backend.rest().as(owner).get("/api/threads").listed(), "/id");
  }

  private static Answer login(Instance auth, String email, String password) {
    return auth.rest()
        .post("/auth/login", Json.write(Map.of("email", email, "password", password)));
  }
}
