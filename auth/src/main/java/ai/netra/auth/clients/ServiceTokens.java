package ai.netra.auth.clients;

import ai.netra.auth.audit.Audit;
import ai.netra.auth.audit.AuditEvent;
import ai.netra.auth.audit.Origin;
import ai.netra.auth.keys.Chain;
import ai.netra.auth.keys.Keys;
import ai.netra.auth.service.Ids;
import ai.netra.auth.store.Store;
import ai.netra.contract.auth.Clients;
import com.nimbusds.jwt.JWTClaimsSet;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;

/** Makes the tokens of services. Safe for many threads. */
final class ServiceTokens {

  private final Keys keys;
  private final Store store;
  private final Audit audit;
  private final Clock clock;
  private final Ids ids;
  private final URI issuer;
  private final Duration life;

  ServiceTokens(Signing signing, Store store, Audit audit, URI issuer, Duration life) {
    this.keys = signing.keys();
    this.clock = signing.clock();
    this.ids = signing.ids();
    this.store = store;
    this.audit = audit;
    this.issuer = issuer;
    this.life = life;
  }

  /** What a signature needs beside claims. */
  record Signing(Keys keys, Clock clock, Ids ids) {}

  /** A token and its times, in whole seconds. */
  record Made(String token, Instant issuedAt, Instant expiresAt) {
    long expiresIn() {
      return Duration.between(issuedAt, expiresAt).toSeconds();
    }

    @Override
    public String toString() {
      return "Made[expiresAt=" + expiresAt + "]";
    }
  }

  /** A token of a service that has shown who it is. */
  Made make(String clientId) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    Instant end = now.plus(life);
    JWTClaimsSet claims =
        new JWTClaimsSet.Builder()
            .issuer(issuer.toString())
            .subject(clientId)
            .audience(List.of(Clients.SERVICE_AUDIENCE))
            .issueTime(Date.from(now))
            .notBeforeTime(Date.from(now))
            .expirationTime(Date.from(end))
            .jwtID(ids.next("t_"))
            .claim("client_id", clientId)
            .claim("scope", Clients.FEED_SCOPE)
            .claim("permissions", List.of(Clients.FEED_SCOPE))
            .build();
    return new Made(keys.sign(Chain.ES256, Keys.ACCESS_TOKEN, claims), now, end);
  }

  /** Notes in the audit list that a service got a token. */
  void issued(String clientId, Origin origin) {
    store.change(
        transaction ->
            audit.write(
                transaction,
                new AuditEvent(
                    "grant.issued",
                    "done",
                    AuditEvent.Subject.client(clientId),
                    origin,
                    "client_credentials")));
  }
}
