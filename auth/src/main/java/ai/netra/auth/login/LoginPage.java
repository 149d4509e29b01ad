package ai.netra.auth.login;

import ai.netra.auth.audit.Origin;
import ai.netra.auth.clients.WaitingClients;
import ai.netra.auth.clients.WaitingClients.Waiting;
import ai.netra.auth.pages.Pages;
import ai.netra.auth.sessions.BrowserSessions;
import ai.netra.auth.sessions.SignIn;
import ai.netra.auth.web.Answer;
import ai.netra.auth.web.Call;
import ai.netra.auth.web.ErrorAnswers;
import ai.netra.auth.web.Refused;
import ai.netra.contract.auth.Clients;
import ai.netra.contract.error.ErrorCode;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The page that signs a browser in, by address and password. */
final class LoginPage {

  private static final int LONGEST = 1024;
  private static final String FORM = "application/x-www-form-urlencoded";

  private final PasswordLogin login;
  private final BrowserSessions browsers;
  private final WaitingClients clients;
  private final Pages pages;

  LoginPage(PasswordLogin login, BrowserSessions browsers, WaitingClients clients, Pages pages) {
    this.login = login;
    this.browsers = browsers;
    this.clients = clients;
    this.pages = pages;
  }

  /** What the form shows: who waits, what was typed, and what was wrong with it. */
  private record Shown(Optional<Waiting> waiting, String email, Optional<String> alarm) {}

  /** Shows the form. */
  Answer show(Call call) {
    return form(call, 200, new Shown(waiting(call), "", Optional.empty()));
  }

  private Optional<Waiting> waiting(Call call) {
    return call.only("continue").flatMap(clients::behind);
  }

  /** Takes the form: signs in and goes on, or shows it again with the reason. */
  Answer submit(Call call) {
    checkBody(call);
    Optional<Waiting> waiting = waiting(call);
    String email = call.only("email").orElse("");
    if (!pages.genuine(call)) {
      return again(
          call, 403, email, "This page was open for too long or cookies are off. Try again.");
    }
    String password = call.only("password").orElse("");
    if (email.length() > LONGEST || password.length() > LONGEST) {
      return again(call, 401, "", WRONG);
    }
    try {
      return outcome(call, waiting, email, password);
    } catch (Refused refused) {
      return refused(call, email, refused);
    }
  }

  private static void checkBody(Call call) {
    String type = Optional.ofNullable(call.request().getContentType()).orElse("");
    if (!type.toLowerCase(Locale.ROOT).startsWith(FORM)) {
      throw new Refused(
          ErrorCode.UNSUPPORTED_MEDIA_TYPE, "Content-Type: %s, got another".formatted(FORM));
    }
    if (call.request().getContentLengthLong() > call.route().maxBodyBytes()) {
      throw new Refused(ErrorCode.BODY_TOO_LARGE, "form: at most 64 KiB, got more");
    }
  }

  private static final String WRONG =
      "The address or the password is not right. Check both and try again.";

  private Answer outcome(Call call, Optional<Waiting> waiting, String email, String password) {
    SignIn signIn =
        new SignIn(
            waiting.map(Waiting::clientId).orElse(Clients.WEB),
            SignIn.SCOPE,
            List.of("pwd"),
            Duration.ZERO,
            Origin.of(call));
    LoginOutcome<String> outcome =
        login.login(
            email,
            password,
            signIn,
            (transaction, account) -> {
              call.receipt().user(account.id());
              return browsers.open(transaction, account, signIn);
            });
    return switch (outcome) {
      case LoginOutcome.SignedIn<String>(String cookie) ->
          signedIn(waiting).with("Set-Cookie", cookie);
      case LoginOutcome.Rejected<String>() -> again(call, 401, email, WRONG);
      case LoginOutcome.Disabled<String>() ->
          again(call, 403, email, "This account is disabled. Ask whoever runs this service.");
    };
  }

  private Answer signedIn(Optional<Waiting> waiting) {
    return waiting
        .map(client -> Answer.redirect(client.path()))
        .orElseGet(
            () ->
                pages.page(
                    200, "You are signed in", "<p>Go back to where you wanted to sign in.</p>"));
  }

  private Answer refused(Call call, String email, Refused refused) {
    String text =
        switch (refused.code()) {
          case RATE_LIMITED -> "Too many tries. Wait %s and try again.".formatted(wait(refused));
          case SERVICE_BUSY -> "Too many people are signing in right now. Try again in a moment.";
          case STORE_UNAVAILABLE -> "Signing in does not work right now. Try again in a moment.";
          default -> throw refused;
        };
    Answer answer = again(call, refused.code().status(), email, text);
    call.receipt().refused(refused.code());
    return answer.with("Retry-After", Long.toString(Math.max(1, seconds(refused))));
  }

  private static String wait(Refused refused) {
    long seconds = seconds(refused);
    return seconds < 90 ? seconds + " seconds" : (seconds + 59) / 60 + " minutes";
  }

  private static long seconds(Refused refused) {
    return refused.details().get("retry_after_ms") instanceof Long millis ? millis / 1000 : 1;
  }

  private Answer again(Call call, int status, String email, String alarm) {
    Answer answer = form(call, status, new Shown(waiting(call), email, Optional.of(alarm)));
    return status == 401
        ? answer.with("WWW-Authenticate", ErrorAnswers.challenge(ErrorCode.INVALID_CREDENTIALS))
        : answer;
  }

  private Answer form(Call call, int status, Shown shown) {
    String waits =
        shown
            .waiting()
            .map(one -> "<p class=\"note\">to go on to %s</p>".formatted(escaped(one.name())))
            .orElse("");
    String alarm =
        shown
            .alarm()
            .map(text -> "<p class=\"alarm\" role=\"alert\">%s</p>".formatted(escaped(text)))
            .orElse("");
    return pages.page(
        call,
        status,
        new Pages.Heading("Sign in", waits + alarm),
        new Pages.Form("/login", fields(shown), shown.waiting().map(Waiting::leadsTo).orElse("")));
  }

  private static String fields(Shown shown) {
    return """
        <input type="hidden" name="continue" value="%s">
        <label for="email">E-mail address</label>
        <input id="email" name="email" type="email" autocomplete="username" required autofocus
          value="%s">
        <label for="password">Password</label>
        <input id="password" name="password" type="password" autocomplete="current-password"
          required>
        <button>Sign in</button>
        """
        .formatted(escaped(shown.waiting().map(Waiting::path).orElse("")), escaped(shown.email()));
  }

  private static String escaped(String text) {
    return Pages.escaped(text);
  }
}
