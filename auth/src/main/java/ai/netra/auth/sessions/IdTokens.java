package ai.netra.auth.sessions;

import ai.netra.auth.keys.Chain;
import ai.netra.auth.keys.Keys;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.text.ParseException;
import java.util.Optional;

/** Reads ID tokens that come back as hints; one that has ended is still a hint. */
record IdTokens(Keys keys, URI issuer) {

  static final String TYPE = "JWT";

  /** The claims of an ID token that this service signed. */
  Optional<JWTClaimsSet> claims(String token) {
    try {
      SignedJWT jwt = SignedJWT.parse(token);
      boolean idToken =
          JWSAlgorithm.RS256.equals(jwt.getHeader().getAlgorithm())
              && jwt.getHeader().getType() != null
              && jwt.getHeader().getType().getType().equals(TYPE);
      return idToken && signed(jwt)
          ? Optional.of(jwt.getJWTClaimsSet())
              .filter(claims -> issuer.toString().equals(claims.getIssuer()))
          : Optional.empty();
    } catch (ParseException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private boolean signed(SignedJWT jwt) {
    String kid = jwt.getHeader().getKeyID();
    Optional<JWK> key = kid == null ? Optional.empty() : keys.published(Chain.RS256, kid);
    try {
      return key.isPresent() && jwt.verify(new RSASSAVerifier(key.get().toRSAKey()));
    } catch (JOSEException e) {
      return false;
    }
  }
}
