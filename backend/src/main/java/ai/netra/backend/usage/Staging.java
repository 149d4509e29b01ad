package ai.netra.backend.usage;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;

/**
 * The file of accepted rows: tab-separated, line first, then identity and content hashes, then the
 * columns. One thread.
 */
final class Staging implements AutoCloseable {

  /** How the file is declared to the query that loads it. */
  static final String DECLARATIONS =
      "{'line': 'bigint', 'has_id': 'boolean', 'id_base': 'uuid', 'row_hash': 'bigint', %s}";

  private static final char UNIT_SEPARATOR = '\u001f';
  private static final int ID_BYTES = 16;

  private final BufferedWriter writer;
  private final MessageDigest digest = Sha256.digest();
  private final StringBuilder text = new StringBuilder();
  private long rows;
  private boolean anonymous;

  Staging(Path file) throws IOException {
    this.writer = Files.newBufferedWriter(file, StandardCharsets.UTF_8);
  }

  long rows() {
    return rows;
  }

  /** Whether a row came without an identity of its own. */
  boolean anonymous() {
    return anonymous;
  }

  void add(RowRules.Checked.Accepted row) throws IOException {
    text.setLength(0);
    for (String value : row.values().values()) {
      text.append(value).append(UNIT_SEPARATOR);
    }
    byte[] content = digest(text.toString());
    String id = row.values().getOrDefault(Column.REQUEST_ID, "");
    byte[] identity = id.isEmpty() ? content : digest("id:" + id);
    anonymous |= id.isEmpty();
    text.setLength(0);
    text.append(row.line()).append('\t').append(!id.isEmpty()).append('\t');
    text.append(HexFormat.of().formatHex(identity, 0, ID_BYTES)).append('\t');
    text.append(ByteBuffer.wrap(content, ID_BYTES, Long.BYTES).getLong());
    for (String value : row.values().values()) {
      text.append('\t');
      append(value);
    }
    writer.append(text.append('\n'));
    rows++;
  }

  private byte[] digest(String value) {
    return digest.digest(value.getBytes(StandardCharsets.UTF_8));
  }

  private void append(String value) {
    for (int i = 0; i < value.length(); i++) {
      char each = value.charAt(i);
      if (each == '\t' || each == '\n' || each == '\r' || each == '"') {
        text.append('"').append(value.replace("\"", "\"\"")).append('"');
        return;
      }
    }
    text.append(value);
  }

  @Override
  public void close() throws IOException {
    writer.close();
  }
}
