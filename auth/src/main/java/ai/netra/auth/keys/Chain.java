package ai.netra.auth.keys;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;

/** The two chains of signing keys. */
public enum Chain {
  /** Access and service tokens. */
  ES256(JWSAlgorithm.ES256, true) {
    @Override
    JWK make(String kid) throws JOSEException {
      return new ECKeyGenerator(Curve.P_256)
          .keyID(kid)
          .keyUse(KeyUse.SIGNATURE)
          .algorithm(JWSAlgorithm.ES256)
          .generate();
    }

    @Override
    JWSSigner signer(JWK key) throws JOSEException {
      return new ECDSASigner((ECKey) key);
    }
  },
  /** ID tokens. */
  RS256(JWSAlgorithm.RS256, false) {
    @Override
    JWK make(String kid) throws JOSEException {
      return new RSAKeyGenerator(RSA_BITS)
          .keyID(kid)
          .keyUse(KeyUse.SIGNATURE)
          .algorithm(JWSAlgorithm.RS256)
          .generate();
    }

    @Override
    JWSSigner signer(JWK key) throws JOSEException {
      return new RSASSASigner((RSAKey) key);
    }
  };

  private static final int RSA_BITS = 2048;

  @SuppressWarnings("ImmutableEnumChecker") // the library's constants never change
  private final JWSAlgorithm algorithm;

  private final boolean quick;

  Chain(JWSAlgorithm algorithm, boolean quick) {
    this.algorithm = algorithm;
    this.quick = quick;
  }

  JWSAlgorithm algorithm() {
    return algorithm;
  }

  /** Whether a key is made in a moment; searching the primes of RSA takes up to seconds. */
  boolean quick() {
    return quick;
  }

  abstract JWK make(String kid) throws JOSEException;

  abstract JWSSigner signer(JWK key) throws JOSEException;
}
