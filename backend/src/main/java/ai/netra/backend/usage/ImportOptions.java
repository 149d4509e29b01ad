package ai.netra.backend.usage;

import java.time.ZoneId;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a file is to be read.
 *
 * @param mapping field to column
 * @param tz zone of times that carry none, or null
 * @param replace whether a newer row with the same id wins
 */
record ImportOptions(
    Format format,
    boolean gzip,
    Map<String, String> mapping,
    @Nullable String tz,
    boolean replace) {

  /** What files can be. */
  enum Format {
    CSV("csv", "text/csv"),
    JSON_LINES("jsonl", "application/x-ndjson");

    private final String wireName;
    private final String mediaType;

    Format(String wireName, String mediaType) {
      this.wireName = wireName;
      this.mediaType = mediaType;
    }

    String wireName() {
      return wireName;
    }

    String mediaType() {
      return mediaType;
    }
  }

  ImportOptions {
    mapping = Map.copyOf(mapping);
  }

  @Nullable ZoneId timeZone() {
    return tz == null ? null : ZoneId.of(tz);
  }
}
