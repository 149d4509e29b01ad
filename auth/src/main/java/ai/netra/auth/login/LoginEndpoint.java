package ai.netra.auth.login;

import ai.netra.auth.audit.Origin;
import ai.netra.auth.sessions.Opened;
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

/** Tokens for an address and a password, over JSON. */
final class LoginEndpoint {

  private static final int LONGEST = 1024;

  private final PasswordLogin login;
  private final TokenMaker maker;
  private final Duration accessLife;
  private final boolean enabled;

  LoginEndpoint(PasswordLogin login, TokenMaker maker, Duration accessLife, boolean enabled) {
    this.login = login;
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
        .filter(id -> !id.isEmpty() && !id.equals(Clients.WEB))
        .ifPresent(id -> fields.violation("client_id", "a first-party client", id));
    fields.check();
    return switch (login.login(email, password, signIn(call))) {
      case LoginOutcome.SignedIn(Opened opened) -> {
        call.receipt().user(opened.account().id());
        yield Answer.ok(maker.make(opened));
      }
      case LoginOutcome.Rejected() -> throw rejected();
      case LoginOutcome.Disabled() ->
          throw new Refused(ErrorCode.ACCOUNT_DISABLED, "account: active, it is disabled");
    };
  }

  private SignIn signIn(Call call) {
    return new SignIn(Clients.WEB, SignIn.SCOPE, List.of("pwd"), accessLife, Origin.of(call));
  }

  static Refused rejected() {
    return new Refused(
        ErrorCode.INVALID_CREDENTIALS, "email, password: of one account, got others");
  }
}
