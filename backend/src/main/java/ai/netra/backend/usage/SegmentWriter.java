package ai.netra.backend.usage;

import ai.netra.backend.service.Ids;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes segments: rows are compared with those of the data set, sorted, and put into immutable
 * files. Works on the caller's thread, which is a platform thread.
 */
final class SegmentWriter implements AutoCloseable {

  private final Analytics analytics;
  private final ImportDatabases databases;
  private final Blobs blobs;
  private final Path staging;
  private final Ids ids;

  SegmentWriter(Analytics analytics, Blobs blobs, Path staging, Ids ids) {
    this.analytics = analytics;
    this.databases = new ImportDatabases(analytics, List.of(staging, blobs.folder()));
    this.blobs = blobs;
    this.staging = staging;
    this.ids = ids;
  }

  /** What was written, and what became of the rows. */
  record Merged(
      SegmentChange change, long inserted, long duplicate, long conflict, long replaced) {}

  /**
   * How rows come in.
   *
   * @param replace whether they win over stored ones
   */
  record Manner(boolean replace, long importKey) {}

  /** Takes the rows of a file in; nothing of them shows. The caller closes both. */
  Staged stage(FileReading reading)
      throws BadFile, IOException, SQLException, InterruptedException {
    return Staged.read(reading, databases.borrow());
  }

  /** Brings the rows of a file into a data set whose segments are these. */
  Merged merge(Staged staged, Manner manner, List<Segment> segments)
      throws SQLException, IOException {
    staged.sql().execute(Merge.existing(files(segments)));
    return staged.numbers(Merge.ALIKE)[0] == 0
        ? allNew(staged, manner)
        : compared(staged, manner, segments);
  }

  /** The common case: no id came twice, none is stored. */
  private Merged allNew(Staged staged, Manner manner) throws SQLException, IOException {
    boolean ordered = staged.outcome().ordered();
    if (!ordered) {
      staged.sql().execute(Merge.SORTED);
    }
    List<NewSegment> added = segments(staged, ordered ? "staged" : "fresh", manner);
    long rows = staged.outcome().accepted();
    return new Merged(new SegmentChange(added, List.of(), rows), rows, 0, 0, 0);
  }

  private Merged compared(Staged staged, Manner manner, List<Segment> segments)
      throws SQLException, IOException {
    boolean replace = manner.replace();
    staged.sql().execute(Merge.decided(replace));
    long[] counts = staged.numbers(Merge.COUNTS);
    staged.sql().execute(Merge.fresh(replace));
    List<NewSegment> added = new ArrayList<>(segments(staged, "fresh", manner));
    List<Segment> removed = new ArrayList<>();
    if (replace && counts[2] > 0) {
      withoutOutdated(staged.sql(), segments, added, removed);
    }
    return new Merged(
        new SegmentChange(added, removed, grown(added, removed)),
        counts[0],
        counts[1],
        replace ? 0 : counts[2],
        replace ? counts[2] : 0);
  }

  /** Writes the segments that meet a span again without its rows; whole ones just leave. */
  SegmentChange without(TimeSpan span, List<Segment> segments) throws SQLException, IOException {
    List<NewSegment> added = new ArrayList<>();
    List<Segment> removed = new ArrayList<>();
    String rows =
        "timestamp >= %d and timestamp < %d".formatted(span.fromMillis(), span.toMillis());
    List<Segment> met = segments.stream().filter(segment -> segment.meets(span)).toList();
    try (Connection connection = analytics.open(files(met), List.of(staging), 1);
        Statement sql = connection.createStatement()) {
      for (Segment segment : met) {
        removed.add(segment);
        if (!segment.within(span)) {
          rewrite(sql, segment, rows, added);
        }
      }
    }
    return new SegmentChange(added, removed, grown(added, removed));
  }

  /** Takes files away that no manifest came to name. */
  void discard(SegmentChange change) {
    change.added().forEach(segment -> blobs.delete(segment.file().blob()));
  }

  /** Writes the rows of a sorted table. */
  private List<NewSegment> segments(Staged staged, String table, Manner manner)
      throws SQLException, IOException {
    List<NewSegment> added = new ArrayList<>();
    for (long after = 0; ; after += Merge.SEGMENT_ROWS) {
      Merge.Piece piece = new Merge.Piece(table, after);
      long[] extent = staged.numbers(Merge.extent(piece));
      if (extent[0] > 0) {
        Path file = temporary();
        staged.sql().execute(Merge.copy(piece, staged.columns(), manner.importKey(), file));
        added.add(kept(file, manner.importKey(), extent));
      }
      if (extent[0] < Merge.SEGMENT_ROWS) {
        return added;
      }
    }
  }

  private void withoutOutdated(
      Statement sql, List<Segment> segments, List<NewSegment> added, List<Segment> removed)
      throws SQLException, IOException {
    for (Segment segment : segments) {
      if (Staged.numbers(sql, Merge.outdated(blobs.path(segment.blob())))[0] > 0) {
        removed.add(segment);
        rewrite(sql, segment, "id_hash in (select id_hash from fresh)", added);
      }
    }
  }

  private void rewrite(Statement sql, Segment segment, String without, List<NewSegment> added)
      throws SQLException, IOException {
    Path file = temporary();
    sql.execute(Merge.rewritten(blobs.path(segment.blob()), without, file));
    long[] extent = Staged.numbers(sql, Merge.extentOf(file));
    if (extent[0] > 0) {
      added.add(kept(file, segment.importKey(), extent));
    } else {
      java.nio.file.Files.delete(file);
    }
  }

  private NewSegment kept(Path file, long importKey, long[] extent) throws IOException {
    Blobs.Written written = blobs.keep(file, ids.next("seg_"));
    return new NewSegment(written, importKey, extent[0], extent[1], extent[2]);
  }

  private Path temporary() {
    return staging.resolve(ids.next("new_") + ".parquet");
  }

  private List<Path> files(List<Segment> segments) {
    return segments.stream().map(each -> blobs.verified(each.blob(), each.sha256())).toList();
  }

  private static long grown(List<NewSegment> added, List<Segment> removed) {
    return added.stream().mapToLong(NewSegment::rows).sum()
        - removed.stream().mapToLong(Segment::rows).sum();
  }

  @Override
  public void close() {
    databases.close();
  }
}
