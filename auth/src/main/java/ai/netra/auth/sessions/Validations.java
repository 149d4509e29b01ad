package ai.netra.auth.sessions;

import ai.netra.auth.accounts.Account;
import ai.netra.auth.accounts.Accounts;
import ai.netra.auth.service.Times;
import ai.netra.auth.store.Store;
import ai.netra.auth.web.Answer;
import ai.netra.auth.web.Call;
import ai.netra.auth.web.Caller;
import ai.netra.auth.web.ErrorAnswers;
import ai.netra.auth.web.Fields;
import ai.netra.auth.web.Refused;
import ai.netra.auth.web.TokenOutcome;
import ai.netra.contract.auth.InvalidToken;
import ai.netra.contract.auth.Validation;
import ai.netra.contract.error.ErrorBody;
import ai.netra.contract.error.ErrorCode;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Tells whether a token is valid: 200 for one that is, 401 for one that is not. */
final class Validations {

  private static final int LONGEST = 32_768;

  private final AccessTokens tokens;
  private final Store store;
  private final Accounts accounts;
  private final ErrorAnswers errors;
  private final Clock clock;

  Validations(
      AccessTokens tokens, Store store, Accounts accounts, ErrorAnswers errors, Clock clock) {
    this.tokens = tokens;
    this.store = store;
    this.accounts = accounts;
    this.errors = errors;
    this.clock = clock;
  }

  Answer answer(Call call) {
    Optional<String> token = call.bearer().or(() -> inBody(call)).filter(text -> !text.isEmpty());
    if (token.isEmpty()) {
      return invalid(call, ErrorCode.AUTH_REQUIRED, "Authorization: a Bearer token, got nothing");
    }
    return switch (tokens.user(token.get())) {
      case TokenOutcome.Verified(Caller caller) -> valid(call, caller);
      case TokenOutcome.Invalid(ErrorCode code, String reason) -> invalid(call, code, reason);
    };
  }

  private static Optional<String> inBody(Call call) {
    if (!call.route().method().equals("POST")) {
      return Optional.empty();
    }
    Fields fields = call.fieldsOrNone();
    Optional<String> token = fields.optionalSecret("token", LONGEST);
    fields.check();
    return token;
  }

  private Answer valid(Call call, Caller caller) {
    Account account = store.read(sql -> accounts.byId(sql, caller.subject())).orElseThrow();
    call.receipt().user(caller.subject());
    long left = Math.max(0, Duration.between(clock.instant(), caller.expiresAt()).toSeconds());
    return Answer.ok(
        new Validation(
            true,
            caller.subject(),
            account.email(),
            caller.roles(),
            caller.permissions().stream().sorted().toList(),
            caller.sessionId(),
            caller.scope(),
            Times.wire(caller.expiresAt()),
            left));
  }

  private Answer invalid(Call call, ErrorCode code, String reason) {
    ErrorBody body = errors.body(code, new Refused(code, reason), call.trace());
    call.receipt().refused(code);
    return new Answer(
        401,
        new InvalidToken(
            false,
            true,
            code,
            body.message(),
            body.details(),
            body.traceId(),
            body.requestId(),
            body.timestamp()),
        Map.of("Cache-Control", "no-store", "WWW-Authenticate", ErrorAnswers.challenge(code)));
  }
}
