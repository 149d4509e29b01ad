package ai.netra.e2e.auth;

import static org.assertj.core.api.Assertions.assertThat;

import ai.netra.e2e.support.Answer;
import ai.netra.e2e.support.AtOnce;
import ai.netra.e2e.support.Identity;
import ai.netra.e2e.support.Json;
import ai.netra.e2e.support.People;
import ai.netra.e2e.support.Rest;
import ai.netra.e2e.support.Tokens;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Accounts: who may register, who may sign in, what they are told. */
@ExtendWith(People.class)
@Tag("p1")
@Tag("area:accounts")
class AccountsE2E {

  private static final String PASSWORD = "correct horse battery";

  @Test
  @DisplayName("A1 A new address registers, and its token opens the backend")
  void newAddressRegisters() {
    String email = address();
    Answer answer = register(email, PASSWORD);
    JsonNode claims = Json.read(Tokens.claims(answer.text("/access_token")));

    assertThat(answer.status()).isEqualTo(201);
    assertThat(answer.text("/user/email")).isEqualTo(email);
    assertThat(answer.text("/user/id")).isEqualTo(claims.at("/sub").asString());
    assertThat(answer.json().at("/expires_in").asLong())
        .isCloseTo(
            claims.at("/exp").asLong() - claims.at("/iat").asLong(),
            org.assertj.core.data.Offset.offset(2L));
    assertThat(Rest.backend().bearer(answer.text("/access_token")).get("/api/threads").listed())
        .isEmpty();
  }

  @Test
  @DisplayName("A2 The same address again, in other case or with outer blanks, is 409")
  void takenAddressIs409() {
    String email = address();
    register(email, PASSWORD);

    for (String again :
        List.of(email, email.toUpperCase(java.util.Locale.ROOT), "  " + email + " ")) {
      assertThat(register(again, PASSWORD).refusal()).as(again).isEqualTo("409 EMAIL_TAKEN");
    }
  }

  @Test
  @DisplayName("A2 Of ten registrations of one address at once one wins")
  void oneOfTenWins() {
    String email = address();
    List<Answer> answers = AtOnce.send(10, () -> register(email, PASSWORD));

    assertThat(answers).extracting(Answer::status).containsOnlyOnce(201);
    assertThat(answers)
        .extracting(Answer::refusal)
        .filteredOn("409 EMAIL_TAKEN"::equals)
        .hasSize(9);
  }

  @ParameterizedTest
  @CsvSource({"elevenchars, password", "aaaaaaaaaaaaaaaa, password", "password1234, password"})
  @DisplayName("A4 A short, repeated or breached password is 422 with the rule")
  void weakPasswordIs422(String password, String field) {
    Answer answer = register(address(), password);

    assertThat(answer.refusal()).isEqualTo("422 VALIDATION_ERROR");
    assertThat(answer.text("/details/violations/0/field")).isEqualTo(field);
    assertThat(answer.body()).doesNotContain(password);
  }

  @ParameterizedTest
  @ValueSource(ints = {128, 129})
  @DisplayName("A4 128 code points pass, 129 do not")
  void passwordLengthIsExact(int length) {
    StringBuilder words = new StringBuilder("😀 ");
    for (int i = 0; words.codePointCount(0, words.length()) < 140; i++) {
      words.append("word").append(i * i).append(' ');
    }
    String exact = words.substring(0, words.offsetByCodePoints(0, length));

    String email = address();

    Answer answer = register(email, exact);

    assertThat(
            length == 128 ? answer.status() + " " + answer.text("/user/email") : answer.refusal())
        .isEqualTo(length == 128 ? "201 " + email : "422 VALIDATION_ERROR");
  }

  @ParameterizedTest
  @CsvSource({
    "'{\"email\":', 400, INVALID_JSON",
    "'[]', 400, NOT_AN_OBJECT",
    "'{}', 422, VALIDATION_ERROR",
    "'{\"email\":null,\"password\":5}', 422, VALIDATION_ERROR",
    "'{\"email\":\"a\\u0000b@example.com\",\"password\":\"correct horse battery\"}', 422, VALIDATION_ERROR"
  })
  @DisplayName("A5 Bad bodies are 400 or 422, never 500")
  void badBodies(String body, int status, String code) {
    assertThat(Rest.auth().post("/auth/register", body).refusal()).isEqualTo(status + " " + code);
  }

  @Test
  @DisplayName("A5 A form is 415, 64 KiB and a byte 413")
  void formAndSize() {
    byte[] form = "email=a".getBytes(StandardCharsets.UTF_8);

    assertThat(
            Rest.auth()
                .send("POST", "/auth/login", "application/x-www-form-urlencoded", form)
                .refusal())
        .isEqualTo("415 UNSUPPORTED_MEDIA_TYPE");
    assertThat(
            Rest.auth().post("/auth/login", "{\"email\":\"" + "x".repeat(65_536) + "\"}").refusal())
        .isEqualTo("413 BODY_TOO_LARGE");
  }

  @Test
  @DisplayName("A6 The right password gives tokens unlike earlier ones")
  void rightPasswordSignsIn() {
    String email = address();
    Answer registered = register(email, PASSWORD);
    Answer first = login(email, PASSWORD);
    Answer second = login(email, PASSWORD);

    assertThat(first.status()).isEqualTo(200);
    assertThat(first.text("/user/id")).isEqualTo(registered.text("/user/id"));
    assertThat(
            List.of(
                registered.text("/access_token"),
                first.text("/access_token"),
                second.text("/access_token")))
        .doesNotHaveDuplicates();
  }

  @Test
  @DisplayName("A6 A wrong password and an unknown address get the same 401")
  void wrongAndUnknownAreAlike() {
    String email = address();
    register(email, PASSWORD);
    Answer wrong = login(email, "wrong horse battery");
    Answer unknown = login(address(), PASSWORD);

    assertThat(wrong.refusal()).isEqualTo("401 INVALID_CREDENTIALS");
    assertThat(unknown.refusal()).isEqualTo(wrong.refusal());
    assertThat(unknown.text("/message")).isEqualTo(wrong.text("/message"));
    assertThat(unknown.json().at("/details")).isEqualTo(wrong.json().at("/details"));
  }

  @Test
  @DisplayName(
      "A8 After five failures of an account the next try is 429, another user signs in meanwhile")
  void guessingIsThrottled() {
    String email = address();
    String other = address();
    register(email, PASSWORD);
    register(other, PASSWORD);
    for (int i = 0; i < 5; i++) {
      assertThat(login(email, "wrong horse " + i + " battery").refusal())
          .isEqualTo("401 INVALID_CREDENTIALS");
    }
    Answer sixth = login(email, PASSWORD);

    assertThat(sixth.refusal()).isEqualTo("429 RATE_LIMITED");
    assertThat(Integer.parseInt(sixth.header("Retry-After"))).isPositive();
    assertThat(login(other, PASSWORD).status()).isEqualTo(200);
  }

  @Test
  @DisplayName("A12 me and validate show the caller")
  void meShowsTheCaller(Identity ann) {
    Answer me = Rest.auth().as(ann).get("/auth/me");
    Answer valid = Rest.auth().as(ann).get("/auth/validate");

    assertThat(me.text("/id")).isEqualTo(ann.userId());
    assertThat(me.text("/email")).isEqualTo(ann.email());
    assertThat(valid.json().at("/valid").asBoolean()).isTrue();
    assertThat(valid.text("/user_id")).isEqualTo(ann.userId());
    assertThat(valid.json().at("/permissions").toString()).contains("read", "write");
  }

  @ParameterizedTest
  @ValueSource(strings = {"malformed", "ill-signed", "unsigned"})
  @DisplayName("A12 validate answers 401 for a bad token, never 200")
  void validateRefuses(String kind) {
    Identity ann = Identity.fresh();
    Answer answer =
        Rest.auth().bearer(Tokens.broken(kind, ann.accessToken())).get("/auth/validate");

    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.json().at("/valid").asBoolean(true)).isFalse();
    assertThat(Tokens.CODES).contains(answer.text("/error_code"));
  }

  @Test
  @DisplayName("A51 The test-identity route is 401 without the key and with a wrong one")
  void testIdentitiesNeedTheKey() {
    Answer without = Rest.auth().post("/auth/e2e/identities", "{\"count\":1}");
    Answer wrong =
        Rest.auth()
            .header("X-Netra-E2E-Key", "wrong")
            .post("/auth/e2e/identities", "{\"count\":1}");

    assertThat(without.refusal()).isEqualTo("401 E2E_KEY_INVALID");
    assertThat(wrong.refusal()).isEqualTo("401 E2E_KEY_INVALID");
  }

  @Test
  @DisplayName("A40 Roles, permissions and user id in a request change nothing")
  void claimsInARequestChangeNothing() {
    Map<String, Object> body =
        Map.of(
            "email",
            address(),
            "password",
            PASSWORD,
            "roles",
            List.of("admin"),
            "permissions",
            List.of("users:write"));
    Answer answer = Rest.auth().post("/auth/register", Json.write(body));
    JsonNode claims = Json.read(Tokens.claims(answer.text("/access_token")));

    assertThat(answer.status()).isEqualTo(201);
    assertThat(claims.at("/roles").toString()).isEqualTo("[\"user\"]");
    assertThat(claims.at("/permissions").toString()).doesNotContain("users:write");
  }

  private static Answer register(String email, String password) {
    return Rest.auth()
        .post("/auth/register", Json.write(Map.of("email", email, "password", password)));
  }

  private static Answer login(String email, String password) {
    return Rest.auth()
        .post("/auth/login", Json.write(Map.of("email", email, "password", password)));
  }

  private static String address() {
    return "ann-" + UUID.randomUUID() + "@e2e.invalid";
  }
}
