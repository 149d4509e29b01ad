package ai.netra.auth.accounts;

import ai.netra.auth.audit.Audit;
import ai.netra.auth.feed.Feed;
import ai.netra.auth.service.Ids;
import ai.netra.auth.store.Store;
import ai.netra.auth.web.Endpoint;
import ai.netra.auth.web.Endpoints;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the accounts. */
@Configuration(proxyBeanMethods = false)
class AccountsConfiguration {

  @Bean
  Accounts accounts(Feed feed, Audit audit, Clock clock, Ids ids) {
    return new Accounts(feed, audit, clock, ids);
  }

  @Bean
  Endpoints accountEndpoints(Store store, Accounts accounts) {
    Profile profile = new Profile(store, accounts);
    return Endpoints.of(
        new Endpoint("GET /auth/me", profile::show),
        new Endpoint("PATCH /auth/me", profile::change));
  }
}
