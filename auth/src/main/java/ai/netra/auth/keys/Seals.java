package ai.netra.auth.keys;

import ai.netra.auth.service.Ids;
import ai.netra.auth.service.Secret;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Seals texts with AES-256-GCM under the master key; the former key opens old seals. */
final class Seals {

  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;

  private final byte[] current;
  private final Optional<byte[]> previous;
  private final Ids ids;

  Seals(Secret current, Optional<Secret> previous, Ids ids) {
    this.current = bytes(current);
    this.previous = previous.map(Seals::bytes);
    this.ids = ids;
  }

  /**
   * What a seal held.
   *
   * @param old whether the former key opened it, so that it must be sealed anew
   */
  record Opened(String text, boolean old) {
    @Override
    public String toString() {
      return "Opened[old=" + old + "]";
    }
  }

  String seal(String text) {
    byte[] nonce = ids.bytes(NONCE_BYTES);
    byte[] sealed = run(Cipher.ENCRYPT_MODE, current, nonce, utf8(text)).orElseThrow();
    byte[] whole = ByteBuffer.allocate(nonce.length + sealed.length).put(nonce).put(sealed).array();
    return Base64.getUrlEncoder().withoutPadding().encodeToString(whole);
  }

  /** Opens a seal; nothing where neither key fits. */
  Optional<Opened> open(String sealed) {
    byte[] whole = Base64.getUrlDecoder().decode(sealed);
    Optional<Opened> now = open(current, whole).map(text -> new Opened(text, false));
    return now.or(
        () -> previous.flatMap(key -> open(key, whole)).map(text -> new Opened(text, true)));
  }

  private static Optional<String> open(byte[] key, byte[] whole) {
    ByteBuffer buffer = ByteBuffer.wrap(whole);
    byte[] nonce = new byte[NONCE_BYTES];
    buffer.get(nonce);
    byte[] sealed = new byte[buffer.remaining()];
    buffer.get(sealed);
    return run(Cipher.DECRYPT_MODE, key, nonce, sealed)
        .map(bytes -> new String(bytes, java.nio.charset.StandardCharsets.UTF_8));
  }

  private static Optional<byte[]> run(int mode, byte[] key, byte[] nonce, byte[] input) {
    try {
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
      return Optional.of(cipher.doFinal(input));
    } catch (AEADBadTagException e) {
      return Optional.empty();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("AES-256-GCM failed", e);
    }
  }

  private static byte[] bytes(Secret key) {
    return Base64.getUrlDecoder().decode(key.text());
  }

  private static byte[] utf8(String text) {
    return text.getBytes(java.nio.charset.StandardCharsets.UTF_8);
  }
}
