package ai.netra.backend.identity;

import ai.netra.backend.identity.TokenOutcome.Invalid;
import ai.netra.backend.identity.TokenOutcome.Unavailable;
import ai.netra.backend.identity.TokenOutcome.Verified;
import ai.netra.contract.error.ErrorCode;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * Access tokens of RFC 9068, signed with ES256 by a key of the issuer's set. What was verified is
 * kept by the token's hash; times and revocations are looked at each time.
 */
final class JoseTokens implements Tokens {

  private static final Set<String> TYPES = Set.of("at+jwt", "application/at+jwt");

  private final AccessClaims claims;
  private final IssuerKeys keys;
  private final Revocations revocations;
  private final SeenTokens seen;
  private final Clock clock;
  private final Duration skew;

  JoseTokens(
      AuthSettings settings,
      IssuerKeys keys,
      Revocations revocations,
      SeenTokens seen,
      Clock clock) {
    this.claims = new AccessClaims(settings.issuer(), settings.skew(), clock);
    this.keys = keys;
    this.revocations = revocations;
    this.seen = seen;
    this.clock = clock;
    this.skew = settings.skew();
  }

  @Override
  public TokenOutcome verify(String token) {
    Optional<Verified> known = seen.find(token);
    if (known.isPresent()) {
      return judged(known.get());
    }
    String flaw = TokenText.flaw(token);
    if (!flaw.isEmpty()) {
      return new Invalid(ErrorCode.AUTH_MALFORMED, flaw);
    }
    TokenOutcome outcome = signed(token);
    if (!(outcome instanceof Verified verified)) {
      return outcome;
    }
    TokenOutcome judged = judged(verified);
    if (judged instanceof Verified) {
      seen.keep(token, verified);
    }
    return judged;
  }

  private TokenOutcome signed(String token) {
    SignedJWT jwt;
    try {
      jwt = SignedJWT.parse(token);
    } catch (ParseException | IllegalArgumentException e) {
      return invalid("a signed JWT of ES256 is expected");
    }
    Optional<String> wrong = wrongHeader(jwt.getHeader());
    if (wrong.isPresent()) {
      return invalid(wrong.get());
    }
    return switch (keys.find(jwt.getHeader().getKeyID())) {
      case IssuerKeys.Lookup.Unavailable(String reason) -> new Unavailable(reason);
      case IssuerKeys.Lookup.Unknown() -> invalid("its key is none of the issuer's");
      case IssuerKeys.Lookup.Found(ECKey key) ->
          verifies(jwt, key) ? claims.of(jwt) : invalid("its signature does not fit");
    };
  }

  /** Keys that a header brings along or points to are never used. */
  private static Optional<String> wrongHeader(JWSHeader header) {
    if (!JWSAlgorithm.ES256.equals(header.getAlgorithm())) {
      return Optional.of("alg ES256 is expected");
    }
    if (header.getType() == null || !TYPES.contains(header.getType().toString())) {
      return Optional.of("typ at+jwt is expected");
    }
    if (header.getKeyID() == null || header.getKeyID().isEmpty()) {
      return Optional.of("a kid is expected");
    }
    boolean critical = header.getCriticalParams() != null && !header.getCriticalParams().isEmpty();
    return critical ? Optional.of("no crit is expected") : Optional.empty();
  }

  private static boolean verifies(SignedJWT jwt, ECKey key) {
    try {
      return jwt.verify(new ECDSAVerifier(key));
    } catch (JOSEException e) {
      return false;
    }
  }

  private TokenOutcome judged(Verified token) {
    if (!clock.instant().isBefore(token.expiresAt().plus(skew))) {
      return new Invalid(
          ErrorCode.AUTH_TOKEN_EXPIRED, "auth token: it ended at " + token.expiresAt());
    }
    return revocations.revokes(token)
        ? new Invalid(ErrorCode.AUTH_TOKEN_REVOKED, "auth token: it was revoked")
        : token;
  }

  static Invalid invalid(String reason) {
    return new Invalid(ErrorCode.AUTH_INVALID_TOKEN, "auth token: " + reason);
  }
}
