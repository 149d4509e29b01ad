package ai.netra.contract.document;

import static org.assertj.core.api.Assertions.assertThat;

import ai.netra.contract.auth.AccountBody;
import ai.netra.contract.auth.AccountChange;
import ai.netra.contract.auth.AuthConfig;
import ai.netra.contract.auth.FeedPage;
import ai.netra.contract.auth.InvalidToken;
import ai.netra.contract.auth.JsonLogin;
import ai.netra.contract.auth.LoggedOut;
import ai.netra.contract.auth.Logout;
import ai.netra.contract.auth.PasswordChange;
import ai.netra.contract.auth.Refresh;
import ai.netra.contract.auth.Registration;
import ai.netra.contract.auth.RevocationSnapshot;
import ai.netra.contract.auth.ServiceLogin;
import ai.netra.contract.auth.ServiceToken;
import ai.netra.contract.auth.SessionPage;
import ai.netra.contract.auth.TestIdentities;
import ai.netra.contract.auth.TestIdentityOrder;
import ai.netra.contract.auth.TokenSet;
import ai.netra.contract.auth.TokenToCheck;
import ai.netra.contract.auth.Validation;
import ai.netra.contract.health.Health;
import ai.netra.contract.health.Version;
import ai.netra.contract.route.AuthRoutes;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.core.type.TypeReference;

/**
 * H70: the committed document is the generated one. After a change of routes or records: {@code
 * ./mvnw -pl contract test -Dtest=AuthDocumentTest -Dnetra.documents=write}.
 */
final class AuthDocumentTest {

  private static final Type OBJECT = new TypeReference<Map<String, Object>>() {}.getType();
  private static final String NAME = "openapi-auth.yaml";

  @Test
  void theCommittedDocumentIsTheGeneratedOne() {
    String generated = OpenApi.yaml("Netra auth", AuthRoutes.ALL, bodies());

    assertThat(CommittedDocument.text(NAME, generated)).isEqualTo(generated);
  }

  private static Bodies bodies() {
    Bodies bodies = new Bodies();
    List.of("/health", "/health/ready", "/health/startup", "/auth/health", "/auth/status")
        .forEach(
            path ->
                bodies.gives("GET " + path, Health.class).also("GET " + path, 503, Health.class));
    return declared(standard(bodies));
  }

  private static Bodies standard(Bodies bodies) {
    return bodies
        .gives("GET /oauth2/jwks", OBJECT)
        .gives("POST /oauth2/token", OBJECT)
        .gives("POST /oauth2/introspect", OBJECT)
        .empty("POST /oauth2/revoke", 200)
        .empty("GET /oauth2/authorize", 302)
        .empty("GET /connect/logout", 302)
        .empty("POST /connect/logout", 302)
        .gives("GET /login", String.class)
        .empty("POST /login", 302)
        .gives("GET /assets/pages.css", String.class)
        .gives("GET /userinfo", OBJECT)
        .gives("POST /userinfo", OBJECT);
  }

  private static Bodies declared(Bodies bodies) {
    return bodies
        .gives("GET /health/live", Health.class)
        .gives("GET /version", Version.class)
        .gives("GET /openapi.json", OBJECT)
        .gives("GET /.well-known/openid-configuration", OBJECT)
        .gives("GET /.well-known/oauth-authorization-server", OBJECT)
        .takes("POST /auth/register", Registration.class, 201, TokenSet.class)
        .takes("POST /auth/login", JsonLogin.class, 200, TokenSet.class)
        .takes("POST /auth/service-token", ServiceLogin.class, 200, ServiceToken.class)
        .takes("POST /auth/refresh", Refresh.class, 200, TokenSet.class)
        .takes("POST /auth/logout", Logout.class, 200, LoggedOut.class)
        .gives("GET /auth/validate", Validation.class)
        .also("GET /auth/validate", 401, InvalidToken.class)
        .takes("POST /auth/validate", TokenToCheck.class, 200, Validation.class)
        .also("POST /auth/validate", 401, InvalidToken.class)
        .gives("GET /auth/verify", Validation.class)
        .also("GET /auth/verify", 401, InvalidToken.class)
        .takes("POST /auth/verify", TokenToCheck.class, 200, Validation.class)
        .also("POST /auth/verify", 401, InvalidToken.class)
        .gives("GET /auth/config", AuthConfig.class)
        .gives("GET /auth/me", AccountBody.class)
        .takes("PATCH /auth/me", AccountChange.class, 200, AccountBody.class)
        .takes("POST /auth/password/change", PasswordChange.class)
        .gives("GET /auth/sessions", SessionPage.class)
        .empty("DELETE /auth/sessions", 204)
        .empty("DELETE /auth/sessions/{id}", 204)
        .gives("GET /auth/feed", FeedPage.class)
        .gives("GET /auth/feed/revocations", RevocationSnapshot.class)
        .takes("POST /auth/e2e/identities", TestIdentityOrder.class, 201, TestIdentities.class)
        .empty("DELETE /auth/e2e/identities/{id}", 204);
  }
}
