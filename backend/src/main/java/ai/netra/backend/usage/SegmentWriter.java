package ai.netra.backend.usage;

import ai.netra.backend.service.Ids;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes segments: rows are compared with those of the data set, sorted, and put into immutable
 * files. Works on the caller's thread, which is a platform thread.
 */
final class SegmentWriter {

  private static final int THREADS = 1;

  private final Analytics analytics;
  private final Blobs blobs;
  private final Path staging;
  private final Ids ids;

  SegmentWriter(Analytics analytics, Blobs blobs, Path staging, Ids ids) {
    this.analytics = analytics;
    this.blobs = blobs;
    this.staging = staging;
    this.ids = ids;
  }

  /** What was written, and what became of the rows. */
  record Merged(
      SegmentChange change, long inserted, long duplicate, long conflict, long replaced) {}

  /**
   * Rows that are to come in.
   *
   * @param file the staging file
   * @param anonymous whether some have no id of their own
   * @param replace whether they win over stored ones
   */
  record Source(Path file, boolean anonymous, boolean replace, long importKey) {}

  /** Brings a staging file into a data set whose segments are these. */
  Merged merge(Source source, List<Segment> segments) throws SQLException, IOException {
    boolean replace = source.replace();
    List<Path> files = files(segments);
    try (Connection connection = analytics.open(files, List.of(staging), THREADS);
        Statement sql = connection.createStatement()) {
      sql.execute(Merge.staged(source.file(), source.anonymous()));
      sql.execute(Merge.existing(files));
      sql.execute(Merge.decided(replace));
      long[] counts = numbers(sql, Merge.COUNTS);
      sql.execute(Merge.fresh(replace));
      List<NewSegment> added = new ArrayList<>(fresh(sql, source.importKey()));
      List<Segment> removed = new ArrayList<>();
      if (replace && counts[2] > 0) {
        withoutOutdated(sql, segments, added, removed);
      }
      return new Merged(
          new SegmentChange(added, removed, grown(added, removed)),
          counts[0],
          counts[1],
          replace ? 0 : counts[2],
          replace ? counts[2] : 0);
    }
  }

  /** Writes the segments that meet a span again without its rows; whole ones just leave. */
  SegmentChange without(TimeSpan span, List<Segment> segments) throws SQLException, IOException {
    List<NewSegment> added = new ArrayList<>();
    List<Segment> removed = new ArrayList<>();
    String rows =
        "timestamp >= %d and timestamp < %d".formatted(span.fromMillis(), span.toMillis());
    List<Segment> met = segments.stream().filter(segment -> segment.meets(span)).toList();
    try (Connection connection = analytics.open(files(met), List.of(staging), THREADS);
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

  private List<NewSegment> fresh(Statement sql, long importKey) throws SQLException, IOException {
    List<NewSegment> added = new ArrayList<>();
    for (long after = 0; ; after += Merge.SEGMENT_ROWS) {
      long[] extent = numbers(sql, Merge.extent(after));
      if (extent[0] == 0) {
        return added;
      }
      Path file = temporary();
      sql.execute(Merge.copy(after, importKey, file));
      added.add(kept(file, importKey, extent));
    }
  }

  private void withoutOutdated(
      Statement sql, List<Segment> segments, List<NewSegment> added, List<Segment> removed)
      throws SQLException, IOException {
    for (Segment segment : segments) {
      if (numbers(sql, Merge.outdated(blobs.path(segment.blob())))[0] > 0) {
        removed.add(segment);
        rewrite(sql, segment, "id_hash in (select id_hash from fresh)", added);
      }
    }
  }

  private void rewrite(Statement sql, Segment segment, String without, List<NewSegment> added)
      throws SQLException, IOException {
    Path file = temporary();
    sql.execute(Merge.rewritten(blobs.path(segment.blob()), without, file));
    long[] extent = numbers(sql, Merge.extentOf(file));
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

  private static long[] numbers(Statement statement, String sql) throws SQLException {
    try (ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      long[] numbers = new long[rows.getMetaData().getColumnCount()];
      for (int i = 0; i < numbers.length; i++) {
        numbers[i] = rows.getLong(i + 1);
      }
      return numbers;
    }
  }
}
