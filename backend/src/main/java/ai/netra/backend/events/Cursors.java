package ai.netra.backend.events;

import ai.netra.backend.identity.UserKey;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Opaque cursors: base64url of the place and four bytes of an HMAC over user and place, so that a
 * cursor of somebody else is noticed. A cursor is no credential.
 */
final class Cursors {

  private static final String ALGORITHM = "HmacSHA256";
  private static final int MARK_BYTES = 4;
  private static final int CURSOR_BYTES = Long.BYTES + MARK_BYTES;

  private final SecretKeySpec key;

  Cursors(byte[] key) {
    this.key = new SecretKeySpec(key, ALGORITHM);
  }

  String text(UserKey user, long place) {
    ByteBuffer bytes = ByteBuffer.allocate(CURSOR_BYTES).putLong(place).put(mark(user, place));
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
  }

  /** The place, or nothing where the text is malformed or another user's. */
  Optional<Long> place(UserKey user, String cursor) {
    byte[] bytes;
    try {
      bytes = Base64.getUrlDecoder().decode(cursor);
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
    if (bytes.length != CURSOR_BYTES) {
      return Optional.empty();
    }
    long place = ByteBuffer.wrap(bytes).getLong();
    byte[] marked = Arrays.copyOfRange(bytes, Long.BYTES, CURSOR_BYTES);
    return Arrays.equals(marked, mark(user, place)) ? Optional.of(place) : Optional.empty();
  }

  private byte[] mark(UserKey user, long place) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      mac.update(ByteBuffer.allocate(2 * Long.BYTES).putLong(user.value()).putLong(place).flip());
      return Arrays.copyOf(mac.doFinal(), MARK_BYTES);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(ALGORITHM + ": every Java platform has it", e);
    }
  }
}
