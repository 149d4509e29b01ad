package ai.netra.backend.usage;

import ai.netra.backend.identity.UserKey;
import java.time.Duration;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Changes a manifest: all of a change shows at one watermark, or nothing of it. */
final class ManifestCommit {

  /** How long blobs of removed segments stay for runs that pinned them. */
  private static final Duration KEPT = Duration.ofHours(1);

  private ManifestCommit() {}

  /** How a commit ended. */
  enum Outcome {
    DONE,
    /** Another change came first: compare again with what is there now. */
    LOST,
    /** The user would have more rows than the plan holds. */
    OVER_LIMIT
  }

  /**
   * A change, and what it was made against.
   *
   * @param dataset with the watermark that the change was compared with
   * @param mostRows of all data sets of the user
   * @param at epoch milliseconds
   */
  record Commit(
      UserKey user, Manifest.Dataset dataset, SegmentChange change, long mostRows, long at) {}

  /** Raises the watermark by compare-and-set and writes the change under it. */
  static Outcome commit(JdbcClient sql, Commit commit) {
    SegmentChange change = commit.change();
    Manifest.Dataset dataset = commit.dataset();
    lockDatasets(sql, commit.user());
    if (change.rows() > 0 && rows(sql, commit.user()) + change.rows() > commit.mostRows()) {
      return Outcome.OVER_LIMIT;
    }
    int raised =
        sql.sql(
                """
                update datasets set watermark = watermark + 1,
                  row_count = row_count + ?, bytes = bytes + ?
                where dataset_key = ? and watermark = ?
                """)
            .params(change.rows(), change.bytes(), dataset.key(), dataset.watermark())
            .update();
    if (raised == 0) {
      return Outcome.LOST;
    }
    long watermark = dataset.watermark() + 1;
    change.added().forEach(segment -> insert(sql, dataset.key(), watermark, segment));
    remove(sql, change.removed(), watermark, commit.at() + KEPT.toMillis());
    return Outcome.DONE;
  }

  /** All rows of the user, over all data sets. */
  static long rows(JdbcClient sql, UserKey user) {
    return sql.sql("select coalesce(sum(row_count), 0) from datasets where user_key = ?")
        .param(user.value())
        .query(Long.class)
        .single();
  }

  /** Two commits of one user at once would both find room; the second waits for the first here. */
  private static void lockDatasets(JdbcClient sql, UserKey user) {
    sql.sql("update datasets set bytes = bytes where user_key = ?").param(user.value()).update();
  }

  private static void insert(JdbcClient sql, long dataset, long watermark, NewSegment segment) {
    sql.sql(
            """
            insert into segments (blob, dataset_key, import_key, sha256, row_count, bytes,
              from_at, to_at, added)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .params(
            segment.file().blob(),
            dataset,
            segment.importKey(),
            segment.file().sha256(),
            segment.rows(),
            segment.file().bytes(),
            segment.fromAt(),
            segment.toAt(),
            watermark)
        .update();
  }

  private static void remove(JdbcClient sql, List<Segment> segments, long watermark, long purgeAt) {
    for (Segment segment : segments) {
      sql.sql(
              """
              update segments set removed = ?, purge_at = ?
              where segment_key = ? and removed is null
              """)
          .params(watermark, purgeAt, segment.key())
          .update();
    }
  }
}
