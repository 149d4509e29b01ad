package ai.netra.backend.usage;

import java.io.IOException;
import java.util.List;
import java.util.Set;

/** Reads the records of one file, one at a time. */
interface RowReader {

  /** Puts the next record into a row; false at the end. */
  boolean next(RawRow row) throws IOException, BadFile;

  /** The columns that records may have a value of. */
  Set<Column> columns();

  /** Columns that no field takes, in the order in which they came. */
  List<String> ignoredColumns();
}
