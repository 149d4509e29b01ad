package ai.netra.backend.identity;

import ai.netra.backend.identity.TokenOutcome.Verified;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The claims of an access token by the rules of RFC 9068 and ours; its end is judged elsewhere. */
final class AccessClaims {

  private static final String AUDIENCE = "netra";
  private static final List<String> TEXTS = List.of("client_id", "sid", "gid");

  private final String issuer;
  private final Duration skew;
  private final Clock clock;

  AccessClaims(String issuer, Duration skew, Clock clock) {
    this.issuer = issuer;
    this.skew = skew;
    this.clock = clock;
  }

  TokenOutcome of(SignedJWT jwt) {
    try {
      JWTClaimsSet claims = jwt.getJWTClaimsSet();
      String flaw = flaw(claims);
      return flaw == null ? verified(claims) : JoseTokens.invalid(flaw);
    } catch (ParseException e) {
      return JoseTokens.invalid("a claim has the wrong type");
    }
  }

  private @Nullable String flaw(JWTClaimsSet claims) throws ParseException {
    if (!issuer.equals(claims.getIssuer())) {
      return "iss %s is expected".formatted(issuer);
    }
    if (!claims.getAudience().contains(AUDIENCE)) {
      return "aud %s is expected".formatted(AUDIENCE);
    }
    if (claims.getClaim("cnf") != null) {
      return "a token bound to a key is not taken: nothing here checks its proof";
    }
    if (isBlank(claims.getSubject()) || isBlank(claims.getJWTID())) {
      return "sub and jti are expected";
    }
    for (String name : TEXTS) {
      if (isBlank(claims.getStringClaim(name))) {
        return name + " is expected";
      }
    }
    return wrongTimes(claims);
  }

  private @Nullable String wrongTimes(JWTClaimsSet claims) {
    Date issued = claims.getIssueTime();
    if (issued == null || claims.getExpirationTime() == null) {
      return "iat and exp are expected";
    }
    Instant latest = clock.instant().plus(skew);
    if (issued.toInstant().isAfter(latest)) {
      return "iat lies ahead";
    }
    Date notBefore = claims.getNotBeforeTime();
    return notBefore != null && notBefore.toInstant().isAfter(latest) ? "nbf lies ahead" : null;
  }

  private static Verified verified(JWTClaimsSet claims) throws ParseException {
    return new Verified(
        claims.getIssuer(),
        claims.getSubject(),
        texts(claims, "permissions"),
        texts(claims, "roles"),
        claims.getStringClaim("sid"),
        claims.getStringClaim("gid"),
        claims.getJWTID(),
        claims.getIssueTime().toInstant(),
        claims.getExpirationTime().toInstant());
  }

  private static Set<String> texts(JWTClaimsSet claims, String name) throws ParseException {
    List<String> texts = claims.getStringListClaim(name);
    return texts == null ? Set.of() : Set.copyOf(texts);
  }

  private static boolean isBlank(@Nullable String text) {
    return text == null || text.isBlank();
  }
}
