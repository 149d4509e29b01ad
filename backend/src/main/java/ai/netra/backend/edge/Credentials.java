package ai.netra.backend.edge;

import ai.netra.backend.identity.Caller;
import ai.netra.backend.identity.TokenOutcome;
import ai.netra.backend.identity.Tokens;
import ai.netra.backend.identity.Users;
import ai.netra.backend.service.Refused;
import ai.netra.contract.error.ErrorCode;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Turns an Authorization header or a token into a caller. */
final class Credentials {

  private final Tokens tokens;
  private final Users users;

  Credentials(Tokens tokens, Users users) {
    this.tokens = tokens;
    this.users = users;
  }

  /**
   * The caller of these header lines.
   *
   * @throws Refused AUTH_REQUIRED where there is none, else as {@link #ofToken}
   */
  Caller ofHeaders(List<String> lines, String address, String traceId) {
    if (lines.isEmpty()) {
      throw new Refused(
          ErrorCode.AUTH_REQUIRED,
          "auth required: no token in the Authorization header",
          Map.of("accepted", List.of("Authorization: Bearer")));
    }
    if (lines.size() > 1) {
      throw new Refused(
          ErrorCode.AUTH_MALFORMED, "auth header: one line is expected, got " + lines.size());
    }
    return ofToken(bearer(lines.getFirst()), address, traceId);
  }

  /**
   * The caller of a token.
   *
   * @throws Refused one of the four AUTH_ codes, or AUTH_UNAVAILABLE
   */
  Caller ofToken(String token, String address, String traceId) {
    return switch (tokens.verify(token)) {
      case TokenOutcome.Verified verified -> users.caller(verified, address, traceId);
      case TokenOutcome.Invalid(ErrorCode code, String reason) -> throw new Refused(code, reason);
      case TokenOutcome.Unavailable(String reason) ->
          throw new Refused(ErrorCode.AUTH_UNAVAILABLE, reason);
    };
  }

  private static String bearer(String header) {
    String[] parts = header.strip().split("\\s+", 2);
    boolean scheme = parts[0].toLowerCase(Locale.ROOT).equals("bearer");
    if (!scheme || parts.length < 2) {
      throw new Refused(
          ErrorCode.AUTH_MALFORMED, "auth header: the scheme Bearer and a token are expected");
    }
    return parts[1].strip();
  }
}
