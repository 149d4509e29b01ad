package ai.netra.loop.journal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A line as it stands in the file. {@code hash} is always the last member, over the raw bytes
 * before {@code ,"hash":}, so that any language checks it without a canonical form.
 */
record RawLine(
    long n,
    Instant time,
    long monoNs,
    int round,
    String kind,
    String key,
    JsonNode data,
    List<Long> refs,
    String prev,
    String hash) {

  /** What stands in {@code prev} of the first line. */
  static final String NO_HASH = "0".repeat(64);

  private static final String HASH_MEMBER = ",\"hash\":";

  /** {@code ,"hash":"<64 hex>"}} */
  private static final int SUFFIX_BYTES = HASH_MEMBER.length() + 2 + NO_HASH.length() + 1;

  /** Everything of a line but its place in the chain; {@code data} is JSON. */
  record Content(
      Instant time,
      long monoNs,
      int round,
      String kind,
      String key,
      String data,
      List<Long> refs) {}

  /** A line with its line feed, and its hash. */
  record Written(String text, String hash) {

    byte[] bytes() {
      return text.getBytes(UTF_8);
    }
  }

  static Written write(JsonMapper mapper, long n, String prev, Content content) {
    StringBuilder line = new StringBuilder(content.data.length() + 384);
    line.append("{\"n\":").append(n);
    line.append(",\"time\":\"").append(content.time);
    line.append("\",\"mono_ns\":").append(content.monoNs);
    line.append(",\"round\":").append(content.round);
    line.append(",\"kind\":\"").append(content.kind);
    line.append("\",\"key\":").append(mapper.writeValueAsString(content.key));
    line.append(",\"data\":").append(content.data);
    line.append(",\"refs\":").append(mapper.writeValueAsString(content.refs));
    line.append(",\"prev\":\"").append(prev).append('"');
    String hash = Sha256.of(line.toString().getBytes(UTF_8));
    line.append(HASH_MEMBER).append('"').append(hash).append("\"}\n");
    return new Written(line.toString(), hash);
  }

  /** The hash that the bytes of a line without its line feed should end with. */
  static String hashOf(byte[] line) {
    return Sha256.of(line, Math.max(0, line.length - SUFFIX_BYTES));
  }

  /** Whether the bytes end with this hash as their last member. */
  static boolean endsWith(byte[] line, String hash) {
    String suffix = HASH_MEMBER + "\"" + hash + "\"}";
    int from = line.length - SUFFIX_BYTES;
    return from > 0 && new String(line, from, SUFFIX_BYTES, UTF_8).equals(suffix);
  }
}
