package ai.netra.backend.usage;

import ai.netra.contract.usage.RowError;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A file that cannot be imported as a whole; the message says why. */
final class BadFile extends Exception {

  private final transient @Nullable List<List<String>> preview;
  private final transient List<RowError> rejects;
  private final long rejected;

  BadFile(String message) {
    this(message, null);
  }

  /**
   * @param preview the first rows, where the columns do not map
   */
  BadFile(String message, @Nullable List<List<String>> preview) {
    this(message, preview, List.of(), 0);
  }

  /**
   * @param rejects the bad rows that are kept to read, of so many
   */
  BadFile(
      String message, @Nullable List<List<String>> preview, List<RowError> rejects, long rejected) {
    super(message);
    this.preview = preview;
    this.rejects = List.copyOf(rejects);
    this.rejected = rejected;
  }

  List<RowError> rejects() {
    return rejects;
  }

  long rejected() {
    return rejected;
  }

  @Nullable List<List<String>> preview() {
    return preview;
  }
}
