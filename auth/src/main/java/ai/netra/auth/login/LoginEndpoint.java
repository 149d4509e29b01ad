package ai.netra.auth.login;

import ai.netra.auth.accounts.Account;
import ai.netra.auth.accounts.Role;
import ai.netra.auth.audit.Origin;
import ai.netra.auth.sessions.Opened;
import ai.netra.auth.sessions.Sessions;
import ai.netra.auth.sessions.SignIn;
import ai.netra.auth.sessions.TokenMaker;
import ai.netra.auth.web.Answer;
import ai.netra.auth.web.Call;
import ai.netra.auth.web.Fields;
import ai.netra.auth.web.Refused;
import ai.netra.contract.auth.Clients;
import ai.netra.contract.error.ErrorCode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Tokens for an address and a password, over JSON. */
final class LoginEndpoint {

  private static final int LONGEST = 1024;

  private static final Set<String> FIRST_PARTY = Set.of(Clients.WEB, Clients.CLI);

  private final PasswordLogin login;
  private final Sessions sessions;
  private final TokenMaker maker;
  private final Duration accessLife;
  private final boolean enabled;

  LoginEndpoint(
      PasswordLogin login,
      Sessions sessions,
      TokenMaker maker,
      Duration accessLife,
      boolean enabled) {
    this.login = login;
    this.sessions = sessions;
    this.maker = maker;
    this.accessLife = accessLife;
    this.enabled = enabled;
  }

  Answer answer(Call call) {
    if (!enabled) {
      throw new Refused(ErrorCode.FEATURE_DISABLED, "JSON login: on, it is off in this deployment");
    }
    Fields fields = call.fields();
    String email = fields.text("email", LONGEST);
    String password = fields.secret("password", LONGEST);
    Optional<String> client = fields.optionalText("client_id", 64);
    client
        .filter(id -> !id.isEmpty() && !FIRST_PARTY.contains(id))
        .ifPresent(id -> fields.violation("client_id", "a first-party client", id));
    fields.check();
    SignIn signIn = signIn(call, client);
    LoginOutcome<Opened> outcome =
        login.login(
            email,
            password,
            signIn,
            (transaction, account) ->
                sessions.open(transaction, account, granted(account, signIn)));
    return switch (outcome) {
      case LoginOutcome.SignedIn<Opened>(Opened opened) -> {
        call.receipt().user(opened.account().id());
        yield Answer.ok(maker.make(opened));
      }
      case LoginOutcome.Rejected<Opened>() -> throw rejected();
      case LoginOutcome.Disabled<Opened>() ->
          throw new Refused(ErrorCode.ACCOUNT_DISABLED, "account: active, it is disabled");
    };
  }

  private SignIn signIn(Call call, Optional<String> client) {
    String clientId = client.filter(id -> !id.isEmpty()).orElse(Clients.WEB);
    return new SignIn(clientId, SignIn.SCOPE, List.of("pwd"), accessLife, Origin.of(call));
  }

  private static SignIn granted(Account account, SignIn signIn) {
    return account.roles().contains(Role.ADMIN) ? signIn.withAdministration() : signIn;
  }

  static Refused rejected() {
    return new Refused(
        ErrorCode.INVALID_CREDENTIALS, "email, password: of one account, got others");
  }
}
