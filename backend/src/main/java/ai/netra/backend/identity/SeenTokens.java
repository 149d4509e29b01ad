package ai.netra.backend.identity;

import ai.netra.backend.identity.TokenOutcome.Verified;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Tokens that were verified before, by their SHA-256; at most 100 000, the oldest go. */
final class SeenTokens {

  private static final int KEPT = 100_000;

  private final Map<String, Verified> byHash = // guarded by itself
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Verified> eldest) {
          return size() > KEPT;
        }
      };

  Optional<Verified> find(String token) {
    String hash = hash(token);
    synchronized (byHash) {
      return Optional.ofNullable(byHash.get(hash));
    }
  }

  void keep(String token, Verified verified) {
    String hash = hash(token);
    synchronized (byHash) {
      byHash.put(hash, verified);
    }
  }

  void forget() {
    synchronized (byHash) {
      byHash.clear();
    }
  }

  private static String hash(String token) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(token.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
