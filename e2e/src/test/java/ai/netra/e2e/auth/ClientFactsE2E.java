package ai.netra.e2e.auth;

import static org.assertj.core.api.Assertions.assertThat;

import ai.netra.e2e.support.Answer;
import ai.netra.e2e.support.Platform;
import ai.netra.e2e.support.Rest;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a client reads before anybody has signed in. */
@Tag("p1")
@Tag("area:sign-in")
@Tag("client-facts")
class ClientFactsE2E {

  @Test
  @DisplayName("/auth/config names the issuer, the client of the page and the rule of passwords")
  void configTellsAClientWhatItNeeds() {
    Answer config = Rest.auth().get("/auth/config");

    assertThat(config.status()).isEqualTo(200);
    assertThat(config.text("/issuer")).isEqualTo(Platform.auth().toString());
    assertThat(config.text("/client_id")).isEqualTo("netra-web");
    assertThat(config.json().at("/password/min_length").asInt()).isPositive();
    assertThat(config.json().at("/password/max_length").asInt()).isEqualTo(128);
  }
}
