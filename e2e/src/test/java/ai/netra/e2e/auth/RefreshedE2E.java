package ai.netra.e2e.auth;

import static org.assertj.core.api.Assertions.assertThat;

import ai.netra.e2e.support.Answer;
import ai.netra.e2e.support.Identity;
import ai.netra.e2e.support.Json;
import ai.netra.e2e.support.Rest;
import ai.netra.e2e.support.Tokens;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What a renewed token says is what the account may, no more and no less. */
@Tag("p1")
@Tag("area:tokens")
@Tag("refreshed-claims")
class RefreshedE2E {

  @Test
  @DisplayName("A25 A renewed token has the account's roles and rights, and a jti of its own")
  void claimsAreTheAccounts() {
    Identity developer = Identity.with(Map.of("roles", List.of("developer")));
    JsonNode before = Json.read(Tokens.claims(developer.accessToken()));
    JsonNode after = Json.read(Tokens.claims(renewed(developer)));

    assertThat(after.at("/sub")).isEqualTo(before.at("/sub"));
    assertThat(after.at("/roles")).isEqualTo(before.at("/roles"));
    assertThat(after.at("/permissions")).isEqualTo(before.at("/permissions"));
    assertThat(after.at("/jti")).isNotEqualTo(before.at("/jti"));
  }

  @Test
  @DisplayName("A25 Whoever could write can write with a renewed token")
  void rightsOutliveARenewal() {
    Identity ann = Identity.fresh();
    Answer made =
        Rest.backend().bearer(renewed(ann)).post("/api/threads", "{\"title\":\"renewed\"}");

    assertThat(made.status()).isEqualTo(201);
    assertThat(made.text("/title")).isEqualTo("renewed");
  }

  private static String renewed(Identity identity) {
    Answer answer =
        Rest.auth()
            .post("/auth/refresh", Json.write(Map.of("refresh_token", identity.refreshToken())));
    assertThat(answer.status()).isEqualTo(200);
    return answer.text("/access_token");
  }
}
