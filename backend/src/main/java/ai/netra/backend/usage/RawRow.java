package ai.netra.backend.usage;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A record of a file before its fields are checked.
 *
 * @param line the physical line it begins on, from 1
 * @param values those that the record has
 * @param prompt text of a prompt, read for its hash and then forgotten
 * @param broken why it is no record at all, or null
 */
record RawRow(
    long line, Map<Column, String> values, @Nullable String prompt, @Nullable Broken broken) {

  /** A record that cannot be read. */
  record Broken(String field, String rule, String received) {}

  static RawRow broken(long line, String field, String rule, String received) {
    return new RawRow(line, Map.of(), null, new Broken(field, rule, received));
  }
}
