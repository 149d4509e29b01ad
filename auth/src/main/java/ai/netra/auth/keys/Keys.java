package ai.netra.auth.keys;

import ai.netra.auth.service.StartUp;
import ai.netra.auth.store.Store;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jwt.JWTClaimsSet;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Signs tokens and publishes keys. Safe for many threads. */
public final class Keys implements StartUp.Warmup {

  /** The {@code typ} of access and service tokens (RFC 9068). */
  public static final String ACCESS_TOKEN = "at+jwt";

  /** The parts that the keys work with once the database is open. */
  record Parts(KeyTable table, Rotation rotation) {}

  private final Store store;
  private final Supplier<Parts> parts;
  private volatile @Nullable KeyRing ring;
  private volatile @Nullable Parts open;

  Keys(Store store, Supplier<Parts> parts) {
    this.store = store;
    this.parts = parts;
  }

  @Override
  public int place() {
    return 1;
  }

  /** Opens the seals, makes what is missing, reads the ring; a seal that stays shut refuses it. */
  @Override
  public void warm() {
    Parts made = parts.get();
    open = made;
    store.change(made.table()::reseal);
    boolean _ = made.rotation().rotate();
    ring = KeyRing.of(store.read(made.table()::all));
  }

  /** Rotates what is due and reads the ring again. */
  void round() {
    Parts made = open;
    if (made != null && made.rotation().rotate()) {
      ring = KeyRing.of(store.read(made.table()::all));
    }
  }

  /**
   * Signs claims with the active key of a chain.
   *
   * @param type the header's {@code typ}
   * @return the token in its compact form
   */
  public String sign(Chain chain, String type, JWTClaimsSet claims) {
    StoredKey key = ring().active(chain);
    JWSHeader header =
        new JWSHeader.Builder(chain.algorithm())
            .keyID(key.kid())
            .type(new JOSEObjectType(type))
            .build();
    JWSObject token = new JWSObject(header, new Payload(payload(type, claims)));
    try {
      token.sign(chain.signer(key.key()));
    } catch (JOSEException e) {
      throw new IllegalStateException(chain + ": the active key does not sign", e);
    }
    return token.serialize();
  }

  /** The library writes a single audience as a text; in access tokens it is a list. */
  private static Map<String, Object> payload(String type, JWTClaimsSet claims) {
    Map<String, Object> payload = claims.toJSONObject();
    if (type.equals(ACCESS_TOKEN)) {
      payload.put("aud", claims.getAudience());
    }
    return payload;
  }

  /** The published key of this id, if it is of this chain. */
  public Optional<JWK> published(Chain chain, String kid) {
    return ring().published(chain, kid);
  }

  /** The set of published keys as it is served. */
  public Map<String, Object> published() {
    return ring().published();
  }

  /** Whether there are keys to sign with. */
  boolean loaded() {
    return ring != null;
  }

  private KeyRing ring() {
    KeyRing now = ring;
    if (now == null) {
      throw new IllegalStateException("signing keys: not read yet");
    }
    return now;
  }
}
