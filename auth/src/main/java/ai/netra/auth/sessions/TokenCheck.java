package ai.netra.auth.sessions;

import ai.netra.auth.keys.Chain;
import ai.netra.auth.keys.Keys;
import ai.netra.auth.service.Times;
import ai.netra.contract.error.ErrorCode;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Checks what a token says by itself (RFC 9068): form, header, signature, issuer, audience, times,
 * claims that must be there. It looks nothing up.
 */
final class TokenCheck {

  private static final int LONGEST = 8192;
  private static final Set<String> HEADER = Set.of("alg", "typ", "kid");
  private static final int PARTS = 3;

  private final Keys keys;
  private final String issuer;
  private final Duration skew;
  private final Clock clock;

  TokenCheck(Keys keys, URI issuer, Duration skew, Clock clock) {
    this.keys = keys;
    this.issuer = issuer.toString();
    this.skew = skew;
    this.clock = clock;
  }

  /** What came of the check. */
  sealed interface Checked {

    /** Everything fits; whether the token ended is the caller's to weigh. */
    record Fits(JWTClaimsSet claims, boolean expired) implements Checked {}

    /** It does not; the reason names no part of the token. */
    record Broken(ErrorCode code, String reason) implements Checked {}
  }

  Checked check(String token, String audience, List<String> needed) {
    if (!wellFormed(token)) {
      return new Checked.Broken(ErrorCode.AUTH_MALFORMED, "token: a JWT, got something else");
    }
    try {
      SignedJWT jwt = SignedJWT.parse(token);
      String header = headerFault(jwt.getHeader());
      if (header != null) {
        return invalid(header);
      }
      if (!signed(jwt)) {
        return invalid("signature: by a published key of this issuer");
      }
      return claims(jwt.getJWTClaimsSet(), audience, needed);
    } catch (ParseException | IllegalArgumentException e) {
      return invalid("token: readable header and claims");
    }
  }

  private static boolean wellFormed(String token) {
    if (token.length() > LONGEST) {
      return false;
    }
    String[] parts = token.split("\\.", -1);
    return parts.length == PARTS
        && JsonParts.object(parts[0])
        && JsonParts.object(parts[1])
        && JsonParts.base64(parts[2]);
  }

  private static @Nullable String headerFault(JWSHeader header) {
    if (!JWSAlgorithm.ES256.equals(header.getAlgorithm())) {
      return "alg: ES256";
    }
    if (header.getType() == null
        || !header.getType().getType().equalsIgnoreCase(Keys.ACCESS_TOKEN)) {
      return "typ: at+jwt";
    }
    return HEADER.containsAll(header.toJSONObject().keySet())
        ? null
        : "header: alg, typ, kid alone";
  }

  private boolean signed(SignedJWT jwt) {
    String kid = jwt.getHeader().getKeyID();
    Optional<JWK> key = kid == null ? Optional.empty() : keys.published(Chain.ES256, kid);
    try {
      return key.isPresent() && jwt.verify(new ECDSAVerifier(key.get().toECKey()));
    } catch (JOSEException e) {
      return false;
    }
  }

  private Checked claims(JWTClaimsSet claims, String audience, List<String> needed)
      throws ParseException {
    if (!issuer.equals(claims.getIssuer())) {
      return invalid("iss: this issuer");
    }
    if (!claims.getAudience().equals(List.of(audience))) {
      return invalid("aud: " + audience);
    }
    for (String name : needed) {
      if (claims.getStringClaim(name) == null || claims.getStringClaim(name).isEmpty()) {
        return invalid(name + ": present");
      }
    }
    if (claims.getClaim("cnf") != null) {
      return invalid("cnf: absent, since nothing here checks its proof");
    }
    return times(claims);
  }

  private Checked times(JWTClaimsSet claims) {
    Instant now = clock.instant();
    Date end = claims.getExpirationTime();
    Date issued = claims.getIssueTime();
    Date begin = claims.getNotBeforeTime();
    if (end == null || issued == null) {
      return invalid("exp, iat: present");
    }
    Instant latest = now.plus(skew);
    if (issued.toInstant().isAfter(latest)
        || (begin != null && begin.toInstant().isAfter(latest))) {
      return invalid("iat, nbf: not in the future");
    }
    return new Checked.Fits(claims, !now.isBefore(end.toInstant().plus(skew)));
  }

  /** The refusal of a token that fits but has ended. */
  static Checked.Broken expired(JWTClaimsSet claims) {
    String at = Times.wire(claims.getExpirationTime().toInstant());
    return new Checked.Broken(ErrorCode.AUTH_TOKEN_EXPIRED, "token expired at " + at);
  }

  private static Checked invalid(String rule) {
    return new Checked.Broken(ErrorCode.AUTH_INVALID_TOKEN, "token, " + rule + "; got another");
  }
}
