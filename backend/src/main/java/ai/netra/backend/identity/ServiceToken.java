package ai.netra.backend.identity;

import ai.netra.backend.service.Json;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** This service's own token, kept until 80 % of its life; one caller renews it for all. */
final class ServiceToken {

  private static final String CLIENT = "netra-backend";
  private static final String BODY = "grant_type=client_credentials&scope=auth%3Afeed";
  private static final int KEPT_PERCENT = 80;
  private static final int OK = 200;

  private record Kept(String token, Instant until) {}

  private final AuthClient auth;
  private final ClientSecret secret;
  private final Clock clock;
  private @Nullable Kept kept; // guarded by this

  ServiceToken(AuthClient auth, ClientSecret secret, Clock clock) {
    this.auth = auth;
    this.secret = secret;
    this.clock = clock;
  }

  synchronized String value() throws AuthUnreachable {
    Kept now = kept;
    if (now != null && now.until().isAfter(clock.instant())) {
      return now.token();
    }
    Kept fresh = fetch();
    kept = fresh;
    return fresh.token();
  }

  synchronized void forget() {
    kept = null;
  }

  private Kept fetch() throws AuthUnreachable {
    HttpRequest request =
        auth.request("/oauth2/token", AuthClient.DEADLINE)
            .header("Authorization", "Basic " + basic())
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(BODY))
            .build();
    HttpResponse<String> response = auth.sent(request);
    if (response.statusCode() != OK) {
      throw new AuthUnreachable(
          "auth: client %s was answered %d at /oauth2/token"
              .formatted(CLIENT, response.statusCode()));
    }
    Map<String, Object> body =
        Json.object(response.body().getBytes(StandardCharsets.UTF_8), "token answer");
    if (body.get("access_token") instanceof String token
        && body.get("expires_in") instanceof Number seconds) {
      Duration life = Duration.ofSeconds(seconds.longValue());
      return new Kept(token, clock.instant().plus(life.multipliedBy(KEPT_PERCENT).dividedBy(100)));
    }
    throw new AuthUnreachable("auth: /oauth2/token answered without a token");
  }

  private String basic() throws AuthUnreachable {
    byte[] pair = (CLIENT + ":" + secret.text()).getBytes(StandardCharsets.UTF_8);
    return Base64.getEncoder().encodeToString(pair);
  }
}
