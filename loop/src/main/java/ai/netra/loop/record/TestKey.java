package ai.netra.loop.record;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * One run of one test: suite, test id, attempt from 1, and what the run was for. In a run of the
 * loop no two attempts share a key.
 */
public record TestKey(String suite, String test, int attempt, Mode mode) {

  private static final int TRACE_ID_BYTES = 16;

  /**
   * The trace id of this attempt, 32 hex digits: the first 16 bytes of HMAC-SHA-256 under the run's
   * nonce over suite, test, attempt and mode, a zero byte between them.
   *
   * @param nonce the nonce of {@code run.started}, in hex
   */
  public String traceId(String nonce) {
    String text = String.join("\0", suite, test, Integer.toString(attempt), mode.name());
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(HexFormat.of().parseHex(nonce), "HmacSHA256"));
      byte[] hash = mac.doFinal(text.getBytes(UTF_8));
      return HexFormat.of().formatHex(Arrays.copyOf(hash, TRACE_ID_BYTES));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has HmacSHA256, this one has not", e);
    }
  }
}
