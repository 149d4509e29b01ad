package ai.netra.backend.identity;

import ai.netra.backend.service.HealthProbe;
import ai.netra.contract.health.Health.Check;
import java.time.Clock;
import java.time.Duration;

/** What the health body says of the auth service. */
final class AuthProbes {

  private static final Duration OLD = Duration.ofSeconds(30);

  private AuthProbes() {}

  /** Failed when no key is left that may still be served. */
  record Keys(IssuerKeys keys) implements HealthProbe {
    @Override
    public String name() {
      return "auth_keys";
    }

    @Override
    public Check check() {
      return new Check(keys.isKnown() ? "ok" : "failed", null, null);
    }
  }

  /** Degraded when the issuer has not answered for 30 s. */
  record Feed(RevocationFeed feed, Clock clock) implements HealthProbe {
    @Override
    public String name() {
      return "auth_feed";
    }

    @Override
    public Check check() {
      return feed.answeredAt()
          .map(at -> Duration.between(at, clock.instant()))
          .map(
              age ->
                  new Check(
                      age.compareTo(OLD) > 0 ? "degraded" : "ok", null, age.toMillis() / 1000.0))
          .orElseGet(() -> new Check("degraded", null, null));
    }
  }
}
