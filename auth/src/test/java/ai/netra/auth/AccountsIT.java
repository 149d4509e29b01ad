package ai.netra.auth;

import static org.assertj.core.api.Assertions.assertThat;

import ai.netra.auth.support.AuthProcess;
import ai.netra.auth.support.Client;
import ai.netra.auth.support.Client.Reply;
import com.nimbusds.jwt.SignedJWT;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Registration, login and the caller's own account over HTTP: A1, A2, A4 to A6, A12, A40, A49. */
final class AccountsIT {

  private static final String JSON = "application/json";

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
  void aNewAddressRegistersAndTheTokensAgreeWithTheBody() throws Exception {
    Reply reply = client.register(Client.newAddress());

    assertThat(reply.status()).isEqualTo(201);
    assertThat(reply.header("Cache-Control")).isEqualTo("no-store");
    var access = SignedJWT.parse(reply.at("/access_token"));
    var claims = access.getJWTClaimsSet();
    assertThat(access.getHeader().getType().getType()).isEqualTo("at+jwt");
    assertThat(access.getHeader().getAlgorithm().getName()).isEqualTo("ES256");
    assertThat(claims.getSubject()).isEqualTo(reply.at("/user/id"));
    assertThat(claims.getClaims().keySet())
        .containsExactlyInAnyOrder(
            "iss",
            "sub",
            "aud",
            "iat",
            "exp",
            "jti",
            "nbf",
            "client_id",
            "auth_time",
            "amr",
            "sid",
            "gid",
            "scope",
            "roles",
            "permissions");
    Duration life =
        Duration.between(claims.getIssueTime().toInstant(), claims.getExpirationTime().toInstant());
    assertThat(reply.json().at("/expires_in").asLong()).isEqualTo(life.toSeconds());
    assertThat(SignedJWT.parse(reply.at("/id_token")).getHeader().getAlgorithm().getName())
        .isEqualTo("RS256");
  }

  @Test
  void theSameAddressInOtherCaseOrWithBlanksIsTaken() {
    String address = Client.newAddress();
    assertThat(client.register(address).status()).isEqualTo(201);

    Reply again = client.register("  " + address.toUpperCase(Locale.ROOT) + " ");

    assertThat(again.status()).isEqualTo(409);
    assertThat(again.at("/error_code")).isEqualTo("EMAIL_TAKEN");
  }

  @Test
  void ofTwentyRegistrationsOfOneAddressAtOnceOneWins() throws Exception {
    String address = Client.newAddress();
    Callable<Integer> register = () -> client.register(address).status();

    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Integer>> replies =
          threads.invokeAll(IntStream.range(0, 20).mapToObj(i -> register).toList());
      List<Integer> statuses = replies.stream().map(Future::resultNow).toList();
      assertThat(statuses).containsOnly(201, 409);
      assertThat(statuses).filteredOn(status -> status == 201).hasSize(1);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"elevenchars", "passwordpassword", "qwertyuiop123456789x netra!"})
  void aPasswordThatBreaksARuleIsRefusedWithTheRule(String password) {
    Reply reply =
        client.post("/auth/register", Map.of("email", Client.newAddress(), "password", password));

    assertThat(reply.status()).isEqualTo(422);
    assertThat(reply.at("/details/violations/0/field")).isEqualTo("password");
    assertThat(reply.text()).doesNotContain(password);
  }

  @Test
  void aPasswordOf128CharactersWithEmojiAndBlanksIsTaken() {
    String password = "ü😀 " + "a b7".repeat(31) + "!";
    String address = Client.newAddress();
    Map<String, String> body = Map.of("email", address, "password", password);

    assertThat(password.codePointCount(0, password.length())).isEqualTo(128);
    assertThat(client.post("/auth/register", body).status()).isEqualTo(201);
    assertThat(client.login(address, password).status()).isEqualTo(200);
  }

  @Test
  void allBadFieldsAreListedInOneAnswer() {
    Reply reply = client.post("/auth/register", Map.of("email", 5, "name", " "));

    assertThat(reply.status()).isEqualTo(422);
    assertThat(reply.json().at("/details/violations").size()).isEqualTo(3);
  }

  @Test
  void bodiesThatAreNoJsonObjectAreRefusedByTheirKind() {
    assertThat(register("{", JSON).at("/error_code")).isEqualTo("INVALID_JSON");
    assertThat(register("", JSON).at("/error_code")).isEqualTo("INVALID_JSON");
    assertThat(register("{\"a\":1,\"a\":2}", JSON).status()).isEqualTo(400);
    assertThat(register("[".repeat(10_000), JSON).status()).isEqualTo(400);
    assertThat(register("[]", JSON).at("/error_code")).isEqualTo("NOT_AN_OBJECT");
    assertThat(register("a=b", "application/x-www-form-urlencoded").status()).isEqualTo(415);
    assertThat(register("{\"a\":\"" + "x".repeat(65_529) + "\"}", JSON).status()).isEqualTo(413);
    assertThat(register("{\"a\":\"" + "x".repeat(65_528) + "\"}", JSON).status()).isEqualTo(422);
  }

  private static Reply register(String body, String type) {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    return client.send("POST", "/auth/register", bytes, type, "");
  }

  @Test
  void controlCharactersAndHalvesOfCharactersAreRefused() {
    for (String bad : List.of("a\\nb", "a\\u0000", "\\ud800", "x\\u2028")) {
      Reply reply = register("{\"email\":\"e\",\"password\":\"p\",\"name\":\"" + bad + "\"}", JSON);
      assertThat(reply.status()).isEqualTo(422);
      assertThat(reply.text()).contains("no control character");
    }
  }

  @Test
  void markupComesBackAsText() {
    String token = client.registered().at("/access_token").asString();
    String name = "<b>'; DROP TABLE accounts; --";

    byte[] body = ("{\"name\":\"" + name + "\"}").getBytes(StandardCharsets.UTF_8);
    Reply changed = client.send("PATCH", "/auth/me", body, JSON, token);

    assertThat(changed.at("/name")).isEqualTo(name);
    assertThat(client.get("/auth/me", token).at("/name")).isEqualTo(name);
  }

  @Test
  void aWrongPasswordAndAnUnknownAddressAreAnsweredAlike() {
    String address = Client.newAddress();
    JsonNode first = client.register(address).json();

    Reply right = client.login(address, Client.PASSWORD);
    Reply wrong = client.login(address, "a wrong password");
    Reply unknown = client.login(Client.newAddress(), "a wrong password");

    assertThat(right.status()).isEqualTo(200);
    assertThat(right.at("/access_token")).isNotEqualTo(first.at("/access_token").asString());
    assertThat(wrong.status()).isEqualTo(401);
    assertThat(wrong.at("/error_code")).isEqualTo("INVALID_CREDENTIALS");
    assertThat(unknown.status()).isEqualTo(wrong.status());
    assertThat(unknown.at("/message")).isEqualTo(wrong.at("/message"));
    assertThat(wrong.header("WWW-Authenticate")).startsWith("Bearer");
  }

  @Test
  void endingOneSessionLeavesTheOthers() {
    String address = Client.newAddress();
    String first = client.register(address).at("/access_token");
    Reply second = client.login(address, Client.PASSWORD);
    Reply list = client.get("/auth/sessions", first);
    assertThat(list.json().at("/data").size()).isEqualTo(2);

    Reply ended = client.delete("/auth/sessions/" + second.at("/session_id"), first);

    assertThat(ended.status()).isEqualTo(204);
    assertThat(client.get("/auth/me", first).status()).isEqualTo(200);
    assertThat(client.get("/auth/me", second.at("/access_token")).at("/error_code"))
        .isEqualTo("AUTH_TOKEN_REVOKED");
    String stranger = client.registered().at("/access_token").asString();
    assertThat(client.delete("/auth/sessions/" + list.at("/data/0/session_id"), stranger).status())
        .isEqualTo(404);
  }

  @Test
  void sessionsComeInPages() {
    String address = Client.newAddress();
    String token = client.register(address).at("/access_token");
    assertThat(client.login(address, Client.PASSWORD).status()).isEqualTo(200);

    Reply first = client.get("/auth/sessions?limit=1", token);
    Reply second =
        client.get("/auth/sessions?limit=1&page_token=" + first.at("/next_page_token"), token);

    assertThat(first.json().at("/has_more").asBoolean()).isTrue();
    assertThat(second.json().at("/has_more").asBoolean()).isFalse();
    assertThat(second.at("/data/0/session_id")).isNotEqualTo(first.at("/data/0/session_id"));
    assertThat(client.get("/auth/sessions?limit=0", token).status()).isEqualTo(422);
    assertThat(client.get("/auth/sessions?page_token=x", token).status()).isEqualTo(422);
  }

  @Test
  void nothingInARequestMakesAnybodySomebody() {
    var request =
        client
            .request("/auth/me?user_id=u_1&token=x", "")
            .header("X-User-Id", "u_1")
            .header("X-Test-User", "u_1")
            .header("X-E2E-Bypass", "1")
            .header("Cookie", "netra_session=u_1")
            .GET()
            .build();

    assertThat(client.send(request).at("/error_code")).isEqualTo("AUTH_REQUIRED");
    Reply registered =
        client.post(
            "/auth/register",
            Map.of(
                "email",
                Client.newAddress(),
                "password",
                Client.PASSWORD,
                "roles",
                List.of("admin"),
                "plan",
                "enterprise"));
    Reply me = client.get("/auth/me", registered.at("/access_token"));
    assertThat(me.json().at("/roles").toString()).isEqualTo("[\"user\"]");
    assertThat(me.text()).doesNotContain("plan");
  }

  @Test
  void aChangedPasswordEndsTheOtherSessionsAlone() {
    String address = Client.newAddress();
    String own = client.register(address).at("/access_token");
    Reply other = client.login(address, Client.PASSWORD);
    String wanted = "an entirely new phrase";

    Reply wrong =
        client.post(
            "/auth/password/change",
            Map.of("current_password", "not it", "new_password", wanted),
            own);
    Reply changed =
        client.post(
            "/auth/password/change",
            Map.of("current_password", Client.PASSWORD, "new_password", wanted),
            own);

    assertThat(wrong.at("/error_code")).isEqualTo("INVALID_CREDENTIALS");
    assertThat(changed.status()).isEqualTo(204);
    assertThat(client.get("/auth/me", own).status()).isEqualTo(200);
    assertThat(client.get("/auth/me", other.at("/access_token")).status()).isEqualTo(401);
    assertThat(client.refresh(other.at("/refresh_token")).at("/error_code"))
        .isEqualTo("REFRESH_INVALID");
    assertThat(client.login(address, Client.PASSWORD).status()).isEqualTo(401);
    assertThat(client.login(address, wanted).status()).isEqualTo(200);
  }
}
