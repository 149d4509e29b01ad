package ai.netra.auth.keys;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The published keys of one moment; never changed, replaced whole. */
record KeyRing(List<StoredKey> keys, Map<String, Object> published) {

  static KeyRing of(List<StoredKey> keys) {
    JWKSet set = new JWKSet(keys.stream().map(key -> key.key().toPublicJWK()).toList());
    return new KeyRing(List.copyOf(keys), set.toJSONObject(true));
  }

  StoredKey active(Chain chain) {
    return keys.stream()
        .filter(key -> key.chain() == chain && key.state() == StoredKey.State.ACTIVE)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException(chain + ": no key is active"));
  }

  /** The public key of this id, if it is of this chain. */
  Optional<JWK> published(Chain chain, String kid) {
    Map<String, StoredKey> byId =
        keys.stream().collect(Collectors.toMap(StoredKey::kid, Function.identity()));
    return Optional.ofNullable(byId.get(kid))
        .filter(key -> key.chain() == chain)
        .map(key -> key.key().toPublicJWK());
  }
}
