package ai.netra.backend.identity;

import ai.netra.backend.service.HealthProbe;
import ai.netra.backend.service.Limits;
import ai.netra.backend.service.Settings;
import ai.netra.backend.store.Store;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The beans of this room. */
@Configuration(proxyBeanMethods = false)
class IdentityConfiguration {

  @Bean
  AuthSettings authSettings(Settings settings, Limits limits) {
    return new AuthSettings(
        settings.configuration().text("NETRA_AUTH_ISSUER"), settings.auth(), limits.tokenSkew());
  }

  @Bean(destroyMethod = "close")
  AuthClient authClient(AuthSettings settings) {
    return new AuthClient(settings.address());
  }

  @Bean
  IssuerKeys issuerKeys(AuthClient auth, Clock clock) {
    return new IssuerKeys(auth, clock);
  }

  @Bean
  Revocations revocations(Clock clock) {
    return new Revocations(clock);
  }

  @Bean
  SeenTokens seenTokens() {
    return new SeenTokens();
  }

  @Bean
  Tokens tokens(
      AuthSettings settings,
      IssuerKeys keys,
      Revocations revocations,
      SeenTokens seen,
      Clock clock) {
    return new JoseTokens(settings, keys, revocations, seen, clock);
  }

  @Bean
  Users users(Store store, Clock clock) {
    return new JdbcUsers(store, clock);
  }

  @Bean
  Standing standing(Revocations revocations) {
    return new Standing(revocations);
  }

  @Bean
  RevocationFeed revocationFeed(
      AuthClient auth, Settings settings, Clock clock, FeedEffects effects) {
    ServiceToken token = new ServiceToken(auth, new ClientSecret(settings), clock);
    return new RevocationFeed(auth, token, clock, effects);
  }

  @Bean
  FeedEffects feedEffects(
      Revocations revocations, IssuerKeys keys, SeenTokens seen, Standing standing) {
    return new FeedEffects(revocations, keys, seen, standing);
  }

  @Bean(destroyMethod = "close")
  FeedLoop feedLoop(IssuerKeys keys, RevocationFeed feed) {
    return new FeedLoop(keys, feed);
  }

  @Bean
  HealthProbe authKeysProbe(IssuerKeys keys) {
    return new AuthProbes.Keys(keys);
  }

  @Bean
  HealthProbe authFeedProbe(RevocationFeed feed, Clock clock) {
    return new AuthProbes.Feed(feed, clock);
  }
}
