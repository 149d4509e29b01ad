package ai.netra.backend.usage;

import ai.netra.contract.usage.RowError;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** Reads one received file in batches of good rows; its bad rows go into a list. One thread. */
final class FileReading implements AutoCloseable {

  private final InputStream stream;
  private final RowReader reader;
  private final RowRules rules;
  private final RawRow raw = new RawRow();
  private final CleanRow clean = new CleanRow();
  private final RowHashes hashes = new RowHashes();
  private final RowOrder order = new RowOrder();
  private final Rejects rejects = new Rejects();
  private long accepted;
  private boolean anonymous;

  private FileReading(InputStream stream, RowReader reader, RowRules rules) {
    this.stream = stream;
    this.reader = reader;
    this.rules = rules;
  }

  /** What the file held. */
  record Outcome(
      long accepted,
      boolean anonymous,
      boolean ordered,
      long rejected,
      List<RowError> rejects,
      List<String> ignoredColumns) {}

  /**
   * Opens a file and reads its header.
   *
   * @param now the import's clock: no row may be more than a day later
   * @param mostBytes of the file when it is unpacked
   * @throws BadFile when the file is not what it says
   */
  static FileReading open(Path file, ImportOptions options, Instant now, long mostBytes)
      throws IOException, BadFile {
    InputStream bytes = Files.newInputStream(file);
    try {
      InputStream stream = new Bounded(unpacked(bytes, options), mostBytes);
      RowRules rules = new RowRules(new Timestamps(now, options.timeZone()));
      return new FileReading(stream, reader(stream, options), rules);
    } catch (ZipException e) {
      bytes.close();
      throw notPacked(e);
    } catch (IOException | BadFile e) {
      bytes.close();
      throw e;
    }
  }

  /** The columns that rows may have a value of. */
  Set<Column> columns() {
    return reader.columns();
  }

  /**
   * Adds the next good rows to a batch; one that stays empty is the end.
   *
   * @throws BadFile at the end, when over half of the file is bad
   */
  void fill(RowBatch batch) throws IOException, BadFile {
    try {
      while (!batch.isFull()) {
        if (!reader.next(raw)) {
          rejects.checkAgainst(accepted);
          return;
        }
        take(batch);
      }
    } catch (ZipException e) {
      throw notPacked(e);
    }
  }

  /** What was read so far. */
  Outcome outcome() {
    return new Outcome(
        accepted,
        anonymous,
        order.isKept(),
        rejects.count(),
        rejects.kept(),
        reader.ignoredColumns());
  }

  private void take(RowBatch batch) {
    RowRules.Rejected bad = rules.check(raw, clean);
    if (bad != null) {
      rejects.add(bad);
      return;
    }
    hashes.read(clean);
    order.next(clean);
    anonymous |= !clean.has(Column.REQUEST_ID);
    accepted++;
    batch.add(clean, hashes);
  }

  @Override
  public void close() throws IOException {
    stream.close();
  }

  private static InputStream unpacked(InputStream bytes, ImportOptions options) throws IOException {
    return options.gzip()
        ? new GZIPInputStream(new BufferedInputStream(bytes, 1 << 16), 1 << 16)
        : bytes;
  }

  private static RowReader reader(InputStream stream, ImportOptions options)
      throws IOException, BadFile {
    ColumnNames names = new ColumnNames(options.mapping());
    return switch (options.format()) {
      case CSV -> new CsvRows(stream, names);
      case JSON_LINES -> new JsonLineRows(stream, names);
    };
  }

  private static BadFile notPacked(ZipException e) {
    return new BadFile("file: gzip, as its Content-Encoding says; " + e.getMessage());
  }
}
