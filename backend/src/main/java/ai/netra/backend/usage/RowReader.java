package ai.netra.backend.usage;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the records of one file, one at a time. */
interface RowReader {

  /** The next record, or null at the end. */
  @Nullable RawRow next() throws IOException, BadFile;

  /** Columns that no field takes, in the order in which they came. */
  List<String> ignoredColumns();
}
