package ai.netra.auth.sessions;

import ai.netra.auth.accounts.Accounts;
import ai.netra.auth.audit.Audit;
import ai.netra.auth.feed.Feed;
import ai.netra.auth.keys.Keys;
import ai.netra.auth.service.AuthSettings;
import ai.netra.auth.service.Ids;
import ai.netra.auth.service.Jobs;
import ai.netra.auth.store.Store;
import ai.netra.auth.throttle.Throttles;
import ai.netra.auth.web.Endpoint;
import ai.netra.auth.web.Endpoints;
import ai.netra.auth.web.ErrorAnswers;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires sessions and tokens. */
@Configuration(proxyBeanMethods = false)
class SessionsConfiguration {

  private static final Duration CODES_PAUSE = Duration.ofHours(1);

  @Bean
  Endings endings(Feed feed, Audit audit, Clock clock) {
    return new Endings(feed, audit, clock);
  }

  @Bean
  Refreshing refreshing(
      Store store,
      Accounts accounts,
      Endings endings,
      AuthSettings settings,
      Clock clock,
      Ids ids) {
    return new Refreshing(store, accounts, endings, settings.lifetimes(), clock, ids);
  }

  @Bean
  Sessions sessions(
      Accounts accounts,
      Endings endings,
      Refreshing refreshing,
      Audit audit,
      AuthSettings settings,
      Clock clock,
      Ids ids) {
    return new Sessions(accounts, endings, refreshing, audit, settings.lifetimes(), clock, ids);
  }

  @Bean
  TokenMaker tokenMaker(Keys keys, Clock clock, Ids ids, AuthSettings settings) {
    return new TokenMaker(keys, clock, ids, settings.issuer());
  }

  @Bean
  AccessTokens accessTokens(
      Keys keys, Store store, Accounts accounts, AuthSettings settings, Clock clock) {
    TokenCheck check = new TokenCheck(keys, settings.issuer(), settings.lifetimes().skew(), clock);
    return new AccessTokens(check, store, accounts);
  }

  @Bean
  BrowserSessions.Parts timedRows(Store store, AuthSettings settings, Clock clock, Ids ids) {
    return new BrowserSessions.Parts(store, settings.lifetimes(), clock, ids);
  }

  @Bean
  BrowserSessions browserSessions(
      BrowserSessions.Parts parts, Accounts accounts, Endings endings, AuthSettings settings) {
    boolean https = "https".equals(settings.issuer().getScheme());
    return new BrowserSessions(parts, accounts, endings, new BrowserCookie(https));
  }

  @Bean
  Codes codes(
      BrowserSessions.Parts parts,
      Accounts accounts,
      Refreshing refreshing,
      Endings endings,
      Audit audit) {
    return new Codes(parts, accounts, refreshing, new Codes.Ends(endings, audit));
  }

  @Bean
  Jobs.Job codesJob(Codes codes) {
    return new Jobs.Job("codes", CODES_PAUSE, codes::tidy);
  }

  @Bean
  Grants grants(
      Store store,
      Codes codes,
      Refreshing refreshing,
      AccessTokens tokens,
      Endings endings,
      Keys keys,
      AuthSettings settings) {
    Grants.Tokens both = new Grants.Tokens(tokens, new IdTokens(keys, settings.issuer()));
    return new Grants(store, codes, refreshing, both, endings);
  }

  @Bean
  Endpoints sessionEndpoints(Store store, Endings endings, Clock clock) {
    return new SessionEndpoints(store, endings, clock).endpoints();
  }

  @Bean
  Endpoints tokenEndpoints(
      Refreshing refreshing,
      TokenMaker maker,
      Throttles throttles,
      AccessTokens tokens,
      Validations validations,
      Logouts logouts) {
    RefreshEndpoint refresh = new RefreshEndpoint(refreshing, maker, throttles);
    return Endpoints.of(
        new Endpoint("POST /auth/refresh", refresh::answer),
        new Endpoint("POST /auth/logout", logouts::answer),
        new Endpoint("GET /auth/validate", validations::answer),
        new Endpoint("POST /auth/validate", validations::answer),
        new Endpoint("GET /auth/verify", validations::answer),
        new Endpoint("POST /auth/verify", validations::answer));
  }

  @Bean
  Validations validations(
      AccessTokens tokens, Store store, Accounts accounts, ErrorAnswers errors, Clock clock) {
    return new Validations(tokens, store, accounts, errors, clock);
  }

  @Bean
  Logouts logouts(AccessTokens tokens, Store store, Endings endings) {
    return new Logouts(tokens, store, endings);
  }
}
