package ai.netra.auth.web;

import ai.netra.auth.service.Times;
import ai.netra.contract.error.ErrorBody;
import ai.netra.contract.error.ErrorCode;
import ai.netra.contract.error.Violation;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Turns refusals into the one error body, or into OAuth's form on the standard endpoints. */
public final class ErrorAnswers {

  private static final String OAUTH_PATHS = "/oauth2/";
  private static final String USER_INFO = "/userinfo";

  private final Clock clock;

  ErrorAnswers(Clock clock) {
    this.clock = clock;
  }

  /** The answer to a refused request. */
  Answer answer(Refused refused, Trace trace, String path) {
    ErrorCode code = refused.code();
    Map<String, String> headers = new LinkedHashMap<>(refused.headers());
    headers.put("Cache-Control", "no-store");
    if (code.status() == 401) {
      headers.putIfAbsent("WWW-Authenticate", challenge(code));
    }
    if (code.status() == 429 || code.status() == 503) {
      headers.putIfAbsent("Retry-After", "1");
    }
    boolean userInfo = path.equals(USER_INFO);
    boolean oauth = (userInfo || path.startsWith(OAUTH_PATHS)) && code != ErrorCode.NOT_FOUND;
    Object body = oauth ? oauth(code, refused, userInfo) : body(code, refused, trace);
    return new Answer(code.status(), body, headers);
  }

  /** The error body itself, for answers that add members of their own. */
  public ErrorBody body(ErrorCode code, Refused refused, Trace trace) {
    return new ErrorBody(
        true,
        code,
        Optional.ofNullable(refused.getMessage()).map(ErrorAnswers::shown).orElse(code.name()),
        refused.details(),
        trace.traceId(),
        trace.requestId(),
        Times.wire(clock.instant()));
  }

  private static String shown(String message) {
    return message.length() > 300 ? Violation.cut(message) : message;
  }

  private static Map<String, String> oauth(ErrorCode code, Refused refused, boolean userInfo) {
    String error =
        switch (code.status()) {
          case 401 -> userInfo ? "invalid_token" : "invalid_client";
          case 403 -> "insufficient_scope";
          case 429, 503 -> "temporarily_unavailable";
          case 500 -> "server_error";
          default -> "invalid_request";
        };
    return Map.of("error", error, "error_description", String.valueOf(refused.getMessage()));
  }

  /** The challenge of a 401; without credentials it names no error (RFC 6750, 3.1). */
  public static String challenge(ErrorCode code) {
    return code == ErrorCode.AUTH_REQUIRED
        ? "Bearer realm=\"netra\""
        : "Bearer realm=\"netra\", error=\"invalid_token\"";
  }
}
