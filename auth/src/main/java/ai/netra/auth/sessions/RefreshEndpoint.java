package ai.netra.auth.sessions;

import ai.netra.auth.audit.Origin;
import ai.netra.auth.throttle.Throttles;
import ai.netra.auth.web.Answer;
import ai.netra.auth.web.Call;
import ai.netra.auth.web.Fields;
import ai.netra.auth.web.Refused;
import ai.netra.contract.error.ErrorCode;
import java.util.Optional;

/** New tokens for a refresh token, over JSON. */
final class RefreshEndpoint {

  private static final int LONGEST = 4096;

  private final Refreshing refreshing;
  private final TokenMaker maker;
  private final Throttles throttles;

  RefreshEndpoint(Refreshing refreshing, TokenMaker maker, Throttles throttles) {
    this.refreshing = refreshing;
    this.maker = maker;
    this.throttles = throttles;
  }

  Answer answer(Call call) {
    throttles.tokenRequest(call.address());
    String token = token(call.fields());
    return switch (refreshing.use(RefreshUse.of(token), Origin.of(call))) {
      case RefreshOutcome.Renewed(Opened opened) -> {
        call.receipt().user(opened.account().id());
        yield Answer.ok(maker.make(opened));
      }
      case RefreshOutcome.Rejected(), RefreshOutcome.TooWide() ->
          throw new Refused(
              ErrorCode.REFRESH_INVALID, "refresh_token: one that is live, got another");
    };
  }

  private static String token(Fields fields) {
    Optional<String> other = fields.optionalSecret("refreshToken", LONGEST);
    Optional<String> token =
        other.isPresent()
            ? fields.optionalSecret("refresh_token", LONGEST)
            : Optional.of(fields.secret("refresh_token", LONGEST));
    if (token.isPresent() && other.isPresent() && !token.equals(other)) {
      fields.violation("refreshToken", "the same as refresh_token", "another one");
    }
    fields.check();
    return token.or(() -> other).orElseThrow();
  }
}
