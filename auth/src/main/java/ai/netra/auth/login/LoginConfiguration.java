package ai.netra.auth.login;

import ai.netra.auth.accounts.Accounts;
import ai.netra.auth.audit.Audit;
import ai.netra.auth.clients.WaitingClients;
import ai.netra.auth.pages.Pages;
import ai.netra.auth.service.AuthSettings;
import ai.netra.auth.service.Ids;
import ai.netra.auth.service.Jobs;
import ai.netra.auth.service.MadeOnce;
import ai.netra.auth.sessions.BrowserSessions;
import ai.netra.auth.sessions.Endings;
import ai.netra.auth.sessions.Sessions;
import ai.netra.auth.sessions.TokenMaker;
import ai.netra.auth.store.Store;
import ai.netra.auth.throttle.HashPool;
import ai.netra.auth.throttle.Throttles;
import ai.netra.auth.web.Answer;
import ai.netra.auth.web.Endpoint;
import ai.netra.auth.web.Endpoints;
import ai.netra.contract.auth.AuthConfig;
import ai.netra.contract.auth.Clients;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires signing in and up. */
@Configuration(proxyBeanMethods = false)
class LoginConfiguration {

  private static final Duration ERASE_PAUSE = Duration.ofSeconds(1);

  @Bean
  PasswordLogin.Rooms loginRooms(
      Store store, Accounts accounts, Sessions sessions, Throttles throttles, HashPool pool) {
    return new PasswordLogin.Rooms(store, accounts, sessions, throttles, pool);
  }

  @Bean
  Hashes hashes() {
    return new Hashes();
  }

  @Bean
  PasswordRules passwordRules(AuthSettings settings) {
    return new PasswordRules(settings.passwordMinimum());
  }

  @Bean
  PasswordLogin passwordLogin(PasswordLogin.Rooms rooms, Hashes hashes, Audit audit) {
    return new PasswordLogin(rooms, hashes, audit);
  }

  @Bean
  FirstAdmin firstAdmin(
      PasswordLogin.Rooms rooms, Hashes hashes, MadeOnce madeOnce, AuthSettings settings, Ids ids) {
    return new FirstAdmin(rooms, hashes, madeOnce, settings, ids);
  }

  @Bean
  Endpoints loginEndpoints(
      PasswordLogin login,
      PasswordLogin.Rooms rooms,
      PasswordRules rules,
      Hashes hashes,
      TokenMaker maker,
      AuthSettings settings) {
    LoginEndpoint logins =
        new LoginEndpoint(
            login, rooms.sessions(), maker, settings.lifetimes().access(), settings.jsonLogin());
    Registrations registrations = new Registrations(rooms, rules, hashes, maker, settings);
    return Endpoints.of(
        new Endpoint("POST /auth/login", logins::answer),
        new Endpoint("POST /auth/register", registrations::answer),
        new Endpoint("GET /auth/config", call -> Answer.ok(config(settings, rules))));
  }

  @Bean
  Endpoints loginPage(
      PasswordLogin login, BrowserSessions browsers, WaitingClients clients, Pages pages) {
    LoginPage page = new LoginPage(login, browsers, clients, pages);
    return Endpoints.of(
        new Endpoint("GET /login", page::show), new Endpoint("POST /login", page::submit));
  }

  @Bean
  Endpoints passwordEndpoints(
      PasswordLogin.Rooms rooms,
      PasswordLogin login,
      PasswordRules rules,
      Hashes hashes,
      Endings endings,
      Audit audit) {
    PasswordChanges changes = new PasswordChanges(rooms, login, rules, hashes, endings, audit);
    return Endpoints.of(new Endpoint("POST /auth/password/change", changes::answer));
  }

  private static AuthConfig config(AuthSettings settings, PasswordRules rules) {
    return new AuthConfig(
        settings.issuer().toString(),
        Clients.WEB,
        settings.environment().wireName(),
        settings.openRegistration() ? "open" : "closed",
        settings.jsonLogin(),
        new AuthConfig.PasswordRule(rules.shortest(), PasswordRules.LONGEST));
  }

  @Bean
  TestIdentityEndpoints testIdentities(
      PasswordLogin.Rooms rooms,
      Hashes hashes,
      TokenMaker maker,
      AuthSettings settings,
      Audit audit,
      Clock clock,
      Ids ids) {
    TestIdentityOrders orders =
        new TestIdentityOrders(settings.environment(), settings.lifetimes().access());
    return new TestIdentityEndpoints(
        rooms,
        orders,
        settings.e2eKey(),
        hashes,
        maker,
        new TestIdentityEndpoints.Made(audit, clock, ids));
  }

  @Bean
  Endpoints testIdentityEndpoints(TestIdentityEndpoints identities) {
    return identities.endpoints();
  }

  @Bean
  Jobs.Job testIdentityJob(TestIdentityEndpoints identities) {
    return new Jobs.Job("test identities", ERASE_PAUSE, identities::eraseEnded);
  }
}
