package ai.netra.e2e.support;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** Somebody: a real account made for one test, with its tokens. */
public record Identity(
    String userId, String email, String accessToken, String refreshToken, String sessionId) {

  /** No ID token, which nobody asks of these: its RSA signature costs more than all else. */
  private static final String SCOPE = "profile email netra";

  /** An ordinary user. */
  public static Identity fresh() {
    return many(1, Map.of()).getFirst();
  }

  /**
   * An ordinary user made with these members of the request, such as {@code scope} or {@code
   * access_ttl_seconds}.
   */
  public static Identity with(Map<String, Object> members) {
    return many(1, members).getFirst();
  }

  /** An ordinary user of an auth service of the test's own. */
  public static Identity at(URI auth) {
    return many(Rest.at(auth), 1, Map.of()).getFirst();
  }

  /** Several users at once. */
  public static List<Identity> many(int count, Map<String, Object> members) {
    return many(Rest.auth(), count, members);
  }

  private static List<Identity> many(Rest auth, int count, Map<String, Object> members) {
    Map<String, Object> body = new java.util.LinkedHashMap<>(members);
    body.put("count", count);
    body.putIfAbsent("scope", SCOPE);
    Answer answer =
        auth.header("X-Netra-E2E-Key", Platform.testKey())
            .post("/auth/e2e/identities", Json.write(body));
    if (answer.status() != 201) {
      throw new IllegalStateException(
          "identities: 201 expected, got " + answer.status() + " " + answer.body());
    }
    return StreamSupport.stream(answer.json().at("/identities").spliterator(), false)
        .map(Identity::of)
        .toList();
  }

  /** Somebody from a body of tokens. */
  public static Identity of(JsonNode tokens) {
    return new Identity(
        tokens.at("/user/id").asString(),
        tokens.at("/user/email").asString(),
        tokens.at("/access_token").asString(),
        tokens.at("/refresh_token").asString(),
        tokens.at("/session_id").asString());
  }
}
