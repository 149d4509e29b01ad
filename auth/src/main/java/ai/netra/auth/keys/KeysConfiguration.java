package ai.netra.auth.keys;

import ai.netra.auth.audit.Audit;
import ai.netra.auth.service.AuthSettings;
import ai.netra.auth.service.HealthChecks;
import ai.netra.auth.service.Ids;
import ai.netra.auth.service.Jobs;
import ai.netra.auth.service.MadeOnce;
import ai.netra.auth.store.Store;
import ai.netra.auth.web.Answer;
import ai.netra.auth.web.Endpoint;
import ai.netra.auth.web.Endpoints;
import ai.netra.contract.health.Health.Check;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the signing keys. */
@Configuration(proxyBeanMethods = false)
class KeysConfiguration {

  private static final int KEPT_SECONDS = 300;
  private static final Duration ROUND = Duration.ofMinutes(1);

  @Bean
  Keys keys(
      Store store,
      KeyChanges changes,
      Audit audit,
      AuthSettings settings,
      MadeOnce madeOnce,
      Clock clock,
      Ids ids) {
    return new Keys(
        store,
        () -> {
          Seals seals =
              new Seals(
                  settings.masterKey().orElseGet(() -> madeOnce.secret("master-key")),
                  settings.masterKeyPrevious(),
                  ids);
          KeyTable table = new KeyTable(seals);
          return new Keys.Parts(table, new Rotation(store, table, changes, audit, clock, ids));
        });
  }

  @Bean
  Jobs.Job rotationJob(Keys keys) {
    return new Jobs.Job("key rotation", ROUND, keys::round);
  }

  @Bean
  Endpoints keyEndpoints(Keys keys) {
    return Endpoints.of(
        new Endpoint("GET /oauth2/jwks", call -> Answer.kept(keys.published(), KEPT_SECONDS)));
  }

  @Bean
  HealthChecks.Probe keysProbe(Keys keys) {
    return new HealthChecks.Probe() {
      @Override
      public String name() {
        return "keys";
      }

      @Override
      public Check check() {
        return new Check(keys.loaded() ? "ok" : "failed", null, null);
      }
    };
  }
}
