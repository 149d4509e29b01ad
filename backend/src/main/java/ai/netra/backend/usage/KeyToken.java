package ai.netra.backend.usage;

import ai.netra.backend.service.Fields;
import java.nio.ByteBuffer;
import java.util.Base64;

/** Places in lists as page tokens. */
final class KeyToken {

  private KeyToken() {}

  static String of(long... numbers) {
    ByteBuffer bytes = ByteBuffer.allocate(numbers.length * Long.BYTES);
    for (long number : numbers) {
      bytes.putLong(number);
    }
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
  }

  /** The numbers of {@code page_token}, or these; a text that is none is a violation. */
  static long[] read(Fields fields, long... otherwise) {
    String token = fields.optionalText("page_token", 1, 128);
    if (token == null) {
      return otherwise;
    }
    byte[] bytes = decoded(token);
    if (bytes.length != otherwise.length * Long.BYTES) {
      fields.violation("page_token", "a next_page_token of this list", token);
      return otherwise;
    }
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    long[] numbers = new long[otherwise.length];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = buffer.getLong();
    }
    return numbers;
  }

  private static byte[] decoded(String token) {
    try {
      return Base64.getUrlDecoder().decode(token);
    } catch (IllegalArgumentException e) {
      return new byte[0];
    }
  }
}
