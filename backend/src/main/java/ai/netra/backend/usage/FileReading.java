package ai.netra.backend.usage;

import ai.netra.contract.usage.RowError;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** Reads one received file into a staging file, and its bad rows into a list. */
final class FileReading {

  private static final int CHECK_ROWS = 10_000;

  private final Instant now;
  private final long mostBytes;

  /**
   * @param now the import's clock: no row may be more than a day later
   * @param mostBytes of the file when it is unpacked
   */
  FileReading(Instant now, long mostBytes) {
    this.now = now;
    this.mostBytes = mostBytes;
  }

  /** What the file held. */
  record Outcome(
      long accepted,
      boolean anonymous,
      long rejected,
      List<RowError> rejects,
      List<String> ignoredColumns) {}

  /**
   * Reads to the end.
   *
   * @throws BadFile when the file is not what it says, or over half of it is bad
   */
  Outcome read(Path file, ImportOptions options, Path staged)
      throws IOException, BadFile, InterruptedException {
    try (InputStream stream = open(file, options);
        Staging staging = new Staging(staged)) {
      RowReader reader = reader(stream, options);
      RowRules rules = new RowRules(new FieldRules(new Timestamps(now, options.timeZone())));
      Rejects rejects = new Rejects();
      for (RawRow row = reader.next(); row != null; row = reader.next()) {
        switch (rules.check(row)) {
          case RowRules.Checked.Accepted accepted -> staging.add(accepted);
          case RowRules.Checked.Rejected bad -> rejects.add(bad);
        }
        checkpoint(staging.rows() + rejects.count());
      }
      rejects.checkAgainst(staging.rows());
      return new Outcome(
          staging.rows(),
          staging.anonymous(),
          rejects.count(),
          rejects.kept(),
          reader.ignoredColumns());
    } catch (ZipException e) {
      throw new BadFile("file: gzip, as its Content-Encoding says; " + e.getMessage());
    }
  }

  private static void checkpoint(long rows) throws InterruptedException {
    if (rows % CHECK_ROWS == 0 && Thread.interrupted()) {
      throw new InterruptedException("the import was stopped while it read");
    }
  }

  private InputStream open(Path file, ImportOptions options) throws IOException {
    InputStream bytes = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
    InputStream plain = options.gzip() ? new GZIPInputStream(bytes, 1 << 16) : bytes;
    return new Bounded(plain, mostBytes);
  }

  private static RowReader reader(InputStream stream, ImportOptions options)
      throws IOException, BadFile {
    ColumnNames names = new ColumnNames(options.mapping());
    return switch (options.format()) {
      case CSV -> new CsvRows(stream, names);
      case JSON_LINES -> new JsonLineRows(stream, names);
    };
  }
}
