package ai.netra.auth;

import static org.assertj.core.api.Assertions.assertThat;

import ai.netra.auth.support.AuthProcess;
import ai.netra.auth.support.Client;
import ai.netra.auth.support.Client.Reply;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Tokens of services, test identities, bad tokens: A37, A38, A46, A48, A51. */
final class TokensIT {

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

  private static Reply token(String user, String secret, String form) {
    String basic = user + ":" + secret;
    var request = client.request("/oauth2/token", "");
    if (!user.isEmpty()) {
      byte[] bytes = basic.getBytes(StandardCharsets.UTF_8);
      request.header("Authorization", "Basic " + Base64.getEncoder().encodeToString(bytes));
    }
    return client.send(
        request
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(java.net.http.HttpRequest.BodyPublishers.ofString(form))
            .build());
  }

  @Test
  void clientCredentialsGiveAServiceToken() {
    Reply reply =
        token("netra-backend", AuthProcess.BACKEND_SECRET, "grant_type=client_credentials");

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.at("/scope")).isEqualTo("auth:feed");
    String token = reply.at("/access_token");
    assertThat(client.get("/auth/feed/revocations", token).status()).isEqualTo(200);
    assertThat(client.get("/auth/me", token).at("/error_code")).isEqualTo("AUTH_INVALID_TOKEN");
  }

  @Test
  void theSecretMayStandInTheForm() {
    Reply reply =
        token(
            "",
            "",
            "grant_type=client_credentials&client_id=netra-backend&client_secret="
                + AuthProcess.BACKEND_SECRET);

    assertThat(reply.status()).isEqualTo(200);
  }

  @Test
  void whatTheMetadataDoNotListIsRefusedInOAuthsForm() {
    String secret = AuthProcess.BACKEND_SECRET;
    String credentials = "grant_type=client_credentials";

    assertThat(token("netra-backend", "wrong", credentials).at("/error"))
        .isEqualTo("invalid_client");
    assertThat(token("netra-backend", "wrong", credentials).header("WWW-Authenticate"))
        .isNotEmpty();
    assertThat(token("", "", credentials).status()).isEqualTo(401);
    assertThat(token("netra-web", secret, credentials).status()).isEqualTo(401);
    assertThat(token("netra-backend", secret, "grant_type=password").at("/error"))
        .isEqualTo("unsupported_grant_type");
    assertThat(token("netra-backend", secret, credentials + "&scope=users:write").at("/error"))
        .isEqualTo("invalid_scope");
    assertThat(token("netra-backend", secret, "grant_type=%zz").status()).isEqualTo(400);
    assertThat(token("netra-backend", secret, "a=" + "b".repeat(70_000)).status()).isEqualTo(413);
    assertThat(token("netra-backend", secret, credentials + "&resource=http://x").at("/error"))
        .isEqualTo("invalid_target");
  }

  @Test
  void aServiceTokenComesOverJsonInBothSpellings() {
    Reply legacy =
        client.post(
            "/auth/service-token",
            Map.of("service_id", "netra-backend", "service_secret", AuthProcess.BACKEND_SECRET));
    Reply wrong =
        client.post(
            "/auth/service-token", Map.of("client_id", "netra-backend", "client_secret", ""));

    assertThat(legacy.status()).isEqualTo(200);
    assertThat(wrong.status()).isEqualTo(401);
    assertThat(wrong.at("/error_code")).isEqualTo("INVALID_CLIENT");
  }

  @Test
  void aUserTokenOpensNoServiceRouteAndAnIdTokenNone() {
    JsonNode tokens = client.registered();

    assertThat(client.get("/auth/feed", tokens.at("/access_token").asString()).status())
        .isEqualTo(401);
    assertThat(client.get("/auth/me", tokens.at("/id_token").asString()).at("/error_code"))
        .isEqualTo("AUTH_INVALID_TOKEN");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.b", "a.b.c.d", "!!.e30.eA", "e30.e30.", "e30.W10.eA", "bm8.e30.eA"})
  void whatIsNoJwtIsMalformed(String token) {
    Reply reply = client.get("/auth/me", token);

    assertThat(reply.status()).isEqualTo(401);
    assertThat(reply.at("/error_code")).isEqualTo("AUTH_MALFORMED");
    assertThat(reply.header("WWW-Authenticate")).contains("invalid_token");
  }

  @Test
  void headersThatAreNotOursAreRefused() {
    String[] parts = client.registered().at("/access_token").asString().split("\\.", -1);
    String header = new String(Base64.getUrlDecoder().decode(parts[0]), StandardCharsets.UTF_8);

    for (String forged :
        List.of(
            header.replace("ES256", "none"),
            header.replace("ES256", "HS256"),
            header.replace("at+jwt", "JWT"),
            header.replaceAll("\"kid\":\"[^\"]+\"", "\"kid\":\"../../etc/passwd\""),
            header.replace("{", "{\"jku\":\"http://evil\","),
            header.replace("{", "{\"crit\":[\"exp\"],"))) {
      String token = encoded(forged) + "." + parts[1] + "." + parts[2];
      assertThat(client.get("/auth/me", token).at("/error_code")).isEqualTo("AUTH_INVALID_TOKEN");
    }
  }

  @Test
  void changedClaimsBreakTheSignature() {
    String[] parts = client.registered().at("/access_token").asString().split("\\.", -1);
    String claims = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
    String forged = encoded(claims.replace("[\"user\"]", "[\"admin\"]"));

    Reply reply = client.get("/auth/me", parts[0] + "." + forged + "." + parts[2]);

    assertThat(reply.at("/error_code")).isEqualTo("AUTH_INVALID_TOKEN");
  }

  private static String encoded(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  @Test
  void aTokenThatHasEndedIsExpiredAndValidateSaysSo() {
    Reply made = identities(Map.of("count", 1, "access_ttl_seconds", 2));
    String token = made.at("/identities/0/access_token");
    assertThat(client.get("/auth/validate", token).status()).isEqualTo(200);

    Reply reply = Await.until(() -> client.get("/auth/validate", token), r -> r.status() == 401);

    assertThat(reply.at("/error_code")).isEqualTo("AUTH_TOKEN_EXPIRED");
    assertThat(reply.json().at("/valid").asBoolean()).isFalse();
  }

  @Test
  void theSetOfKeysHoldsPublicOnesOfBothChains() throws Exception {
    Reply reply = client.get("/oauth2/jwks");

    JWKSet set = JWKSet.parse(reply.text());
    assertThat(set.getKeys()).noneMatch(JWK::isPrivate);
    assertThat(set.getKeys())
        .extracting(key -> key.getAlgorithm().getName())
        .containsOnly("ES256", "RS256");
    assertThat(set.getKeys()).extracting(JWK::getKeyID).doesNotHaveDuplicates();
    assertThat(set.getKeys()).allMatch(key -> key.getKeyID() != null && key.getKeyUse() != null);
    assertThat(reply.header("Cache-Control")).isEqualTo("max-age=300");
  }

  @Test
  void theMetadataNameOnlyWhatIsServed() {
    JsonNode metadata = client.get("/.well-known/openid-configuration").json();

    assertThat(metadata.at("/issuer").asString()).isEqualTo("http://localhost:8081");
    metadata
        .properties()
        .forEach(
            member -> {
              String url = member.getValue().isString() ? member.getValue().asString() : "";
              if (url.startsWith("http://localhost:8081/")) {
                assertThat(client.get(java.net.URI.create(url).getPath()).status())
                    .isNotEqualTo(404);
              }
            });
    assertThat(client.get("/oauth2/par").at("/error_code")).isEqualTo("NOT_FOUND");
    assertThat(client.get("/oauth2/register").status()).isEqualTo(404);
  }

  private static Reply identities(Map<String, ?> body) {
    return client.send(
        client
            .request("/auth/e2e/identities", "")
            .header("Content-Type", "application/json")
            .header("X-Netra-E2E-Key", AuthProcess.E2E_KEY)
            .POST(
                java.net.http.HttpRequest.BodyPublishers.ofString(
                    tools.jackson.databind.json.JsonMapper.shared().writeValueAsString(body)))
            .build());
  }

  @Test
  void testIdentitiesAreOrdinaryAccountsThatCanBeErased() {
    Reply made =
        identities(
            Map.of("count", 2, "roles", List.of("admin"), "scope", "openid netra netra.admin"));
    String token = made.at("/identities/0/access_token");

    assertThat(made.status()).isEqualTo(201);
    assertThat(made.json().at("/identities").size()).isEqualTo(2);
    Reply me = client.get("/auth/me", token);
    assertThat(me.at("/email")).endsWith("@e2e.invalid");
    assertThat(me.text()).contains("users:write");
    Reply erased =
        client.send(
            client
                .request("/auth/e2e/identities/" + me.at("/id"), "")
                .header("X-Netra-E2E-Key", AuthProcess.E2E_KEY)
                .DELETE()
                .build());
    assertThat(erased.status()).isEqualTo(204);
    assertThat(client.get("/auth/me", token).at("/error_code")).isEqualTo("AUTH_TOKEN_REVOKED");
  }

  @Test
  void testIdentitiesEndOnTime() {
    Reply made = identities(Map.of("count", 1, "ttl_seconds", 1));
    String token = made.at("/identities/0/access_token");

    Reply gone = Await.until(() -> client.get("/auth/me", token), r -> r.status() != 200);

    assertThat(gone.at("/error_code")).isEqualTo("AUTH_TOKEN_REVOKED");
  }

  @Test
  void testIdentitiesNeedTheKeyAndGoodFields() {
    assertThat(client.post("/auth/e2e/identities", Map.of("count", 1)).at("/error_code"))
        .isEqualTo("E2E_KEY_INVALID");
    Reply bad =
        identities(Map.of("count", 201, "roles", List.of("king"), "permissions", List.of("fly")));
    assertThat(bad.status()).isEqualTo(422);
    assertThat(bad.json().at("/details/violations").size()).isEqualTo(3);
  }
}
