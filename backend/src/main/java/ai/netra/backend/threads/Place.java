package ai.netra.backend.threads;

import ai.netra.backend.service.Refused;
import ai.netra.contract.error.Violation;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A place in a list ordered by (instant, key); its text is a page token. */
public record Place(long at, long key) {

  private static final int BYTES = 2 * Long.BYTES;

  /** Before everything, in ascending order. */
  public static final Place START = new Place(Long.MIN_VALUE, Long.MIN_VALUE);

  /** After everything: the start of a descending list. */
  public static final Place END = new Place(Long.MAX_VALUE, Long.MAX_VALUE);

  public String token() {
    byte[] bytes = ByteBuffer.allocate(BYTES).putLong(at).putLong(key).array();
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /**
   * The place of a token, or {@code otherwise} without one.
   *
   * @throws Refused VALIDATION_ERROR for a text that is no token
   */
  public static Place of(@Nullable String token, Place otherwise) {
    if (token == null) {
      return otherwise;
    }
    byte[] bytes = bytes(token);
    if (bytes.length != BYTES) {
      throw refused(token);
    }
    ByteBuffer numbers = ByteBuffer.wrap(bytes);
    return new Place(numbers.getLong(), numbers.getLong());
  }

  private static byte[] bytes(String token) {
    try {
      return Base64.getUrlDecoder().decode(token);
    } catch (IllegalArgumentException notBase64) {
      throw refused(token);
    }
  }

  private static Refused refused(String token) {
    return Refused.violations(
        List.of(new Violation("page_token", "a next_page_token of this list", token)));
  }
}
