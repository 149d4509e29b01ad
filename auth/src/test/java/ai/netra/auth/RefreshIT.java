package ai.netra.auth;

import static org.assertj.core.api.Assertions.assertThat;

import ai.netra.auth.support.AuthProcess;
import ai.netra.auth.support.Client;
import ai.netra.auth.support.Client.Reply;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Refresh, logout and what the feed says of them, over HTTP: A25 to A28, A30, A33. */
final class RefreshIT {

  @TempDir static Path folder;
  private static AuthProcess service;
  private static Client client;

  @BeforeAll
  static void start() {
    service = AuthProcess.ready(folder, AuthProcess.variables(folder.resolve("data")));
    client = new Client(service.address());
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  @Test
  void bothSpellingsRenewAndNewTokensDiffer() {
    JsonNode first = client.registered();
    String token = first.at("/refresh_token").asString();

    Reply second = client.post("/auth/refresh", Map.of("refreshToken", token));
    Reply third = client.refresh(second.at("/refresh_token"));

    assertThat(third.status()).isEqualTo(200);
    assertThat(third.at("/refresh_token")).isNotEqualTo(second.at("/refresh_token"));
    assertThat(third.at("/access_token")).isNotEqualTo(second.at("/access_token"));
    assertThat(third.at("/session_id")).isEqualTo(first.at("/session_id").asString());
  }

  @Test
  void twoDifferentSpellingsAreRefused() {
    Reply reply = client.post("/auth/refresh", Map.of("refreshToken", "a", "refresh_token", "b"));

    assertThat(reply.status()).isEqualTo(422);
  }

  @Test
  void aUsedTokenWhoseSuccessorWasUsedEndsTheFamily() {
    String first = client.registered().at("/refresh_token").asString();
    Reply second = client.refresh(first);
    Reply third = client.refresh(second.at("/refresh_token"));

    Reply reuse = client.refresh(first);

    assertThat(reuse.at("/error_code")).isEqualTo("REFRESH_INVALID");
    assertThat(client.refresh(third.at("/refresh_token")).status()).isEqualTo(401);
    assertThat(client.get("/auth/me", third.at("/access_token")).at("/error_code"))
        .isEqualTo("AUTH_TOKEN_REVOKED");
    assertThat(kinds()).contains("grant.revoked");
  }

  @Test
  void theLastTokenAgainGivesANewSuccessorAndKillsTheUnusedOne() {
    String first = client.registered().at("/refresh_token").asString();
    Reply lost = client.refresh(first);

    Reply again = client.refresh(first);

    assertThat(again.status()).isEqualTo(200);
    assertThat(client.refresh(again.at("/refresh_token")).status()).isEqualTo(200);
    assertThat(client.refresh(lost.at("/refresh_token")).status()).isEqualTo(401);
  }

  @Test
  void twentyUsesAtOnceLeaveOneLive() throws Exception {
    String first = client.registered().at("/refresh_token").asString();
    Callable<Reply> use = () -> client.refresh(first);

    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Reply>> replies =
          threads.invokeAll(IntStream.range(0, 20).mapToObj(i -> use).toList());
      List<String> tokens =
          replies.stream().map(Future::resultNow).map(r -> r.at("/refresh_token")).toList();
      assertThat(tokens).doesNotHaveDuplicates().hasSize(20);
      Reply last = client.refresh(first);
      assertThat(client.refresh(last.at("/refresh_token")).status()).isEqualTo(200);
      assertThat(client.refresh(tokens.getFirst()).status()).isEqualTo(401);
    }
  }

  @Test
  void whatIsNoRefreshTokenIsRefusedAlike() {
    JsonNode tokens = client.registered();

    for (String wrong :
        List.of(
            tokens.at("/access_token").asString(),
            tokens.at("/id_token").asString(),
            "nonsense",
            " ",
            "")) {
      Reply reply = client.refresh(wrong);
      assertThat(reply.status()).isEqualTo(401);
      assertThat(reply.at("/error_code")).isEqualTo("REFRESH_INVALID");
    }
    assertThat(client.post("/auth/refresh", Map.of()).status()).isEqualTo(422);
  }

  @Test
  void afterLogoutNothingOfTheSessionWorksAndTheFeedSaysSo() {
    JsonNode tokens = client.registered();
    String access = tokens.at("/access_token").asString();

    Reply out = client.post("/auth/logout", Map.of(), access);
    Reply again = client.post("/auth/logout", Map.of(), access);

    assertThat(out.json().at("/sessions_ended").asInt()).isEqualTo(1);
    assertThat(again.status()).isEqualTo(200);
    assertThat(again.json().at("/sessions_ended").asInt()).isZero();
    assertThat(client.get("/auth/me", access).at("/error_code")).isEqualTo("AUTH_TOKEN_REVOKED");
    assertThat(client.refresh(tokens.at("/refresh_token").asString()).status()).isEqualTo(401);
    assertThat(kinds()).contains("session.revoked");
  }

  @Test
  void logoutEverywhereEndsAllAndTakesARefreshTokenToo() {
    String address = Client.newAddress();
    Reply first = client.register(address);
    Reply second = client.login(address, Client.PASSWORD);

    Reply out =
        client.post(
            "/auth/logout",
            Map.of("refresh_token", first.at("/refresh_token"), "everywhere", true));

    assertThat(out.json().at("/sessions_ended").asInt()).isEqualTo(2);
    assertThat(client.get("/auth/me", second.at("/access_token")).status()).isEqualTo(401);
  }

  @Test
  void logoutOfTwoSessionsAtOnceIsRefused() {
    JsonNode one = client.registered();
    JsonNode other = client.registered();

    Reply reply =
        client.post(
            "/auth/logout",
            Map.of("refresh_token", other.at("/refresh_token").asString()),
            one.at("/access_token").asString());

    assertThat(reply.status()).isEqualTo(422);
    assertThat(client.post("/auth/logout", Map.of()).status()).isEqualTo(401);
  }

  @Test
  void theFeedAnswersAtOnceWhenSomethingComes() throws Exception {
    String service = client.serviceToken();
    long head = client.get("/auth/feed?wait_ms=0&after=0", service).json().at("/last_seq").asLong();
    String access = client.registered().at("/access_token").asString();

    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<Reply> waiting =
          threads.submit(() -> client.get("/auth/feed?wait_ms=20000&after=" + head, service));
      assertThat(client.post("/auth/logout", Map.of(), access).status()).isEqualTo(200);
      Reply page = waiting.get();
      assertThat(page.at("/events/0/kind")).isEqualTo("session.revoked");
      assertThat(page.json().at("/events/0/seq").asLong()).isEqualTo(head + 1);
    }
  }

  @Test
  void theSnapshotHoldsWhatWasRevoked() throws Exception {
    JsonNode tokens = client.registered();
    String access = tokens.at("/access_token").asString();
    String sid = com.nimbusds.jwt.SignedJWT.parse(access).getJWTClaimsSet().getStringClaim("sid");
    assertThat(client.post("/auth/logout", Map.of(), access).status()).isEqualTo(200);

    Reply snapshot = client.get("/auth/feed/revocations", client.serviceToken());

    assertThat(snapshot.json().at("/entries").valueStream().map(e -> e.at("/subject").asString()))
        .contains(sid);
    assertThat(sid).isNotEqualTo(tokens.at("/session_id").asString());
  }

  private static List<String> kinds() {
    return client
        .get("/auth/feed?wait_ms=0&limit=500", client.serviceToken())
        .json()
        .at("/events")
        .valueStream()
        .map(event -> event.at("/kind").asString())
        .toList();
  }
}
