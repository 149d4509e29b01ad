package ai.netra.backend.usage;

import ai.netra.backend.identity.UserKey;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads of data sets and their segments; each method is one statement of the caller's unit. */
final class Manifest {

  private Manifest() {}

  /** A data set's row. */
  record Dataset(long key, String name, long watermark, long rows, long bytes, long createdAt) {}

  static Optional<Dataset> dataset(JdbcClient sql, UserKey user, String name) {
    return sql.sql(
            """
            select dataset_key, name, watermark, row_count, bytes, created_at
            from datasets where user_key = ? and name = ?
            """)
        .params(user.value(), name)
        .query(
            (row, _) ->
                new Dataset(
                    row.getLong(1),
                    row.getString(2),
                    row.getLong(3),
                    row.getLong(4),
                    row.getLong(5),
                    row.getLong(6)))
        .optional();
  }

  static List<Dataset> datasets(JdbcClient sql, UserKey user) {
    return sql.sql(
            """
            select dataset_key, name, watermark, row_count, bytes, created_at
            from datasets where user_key = ? order by created_at, dataset_key
            """)
        .param(user.value())
        .query(
            (row, _) ->
                new Dataset(
                    row.getLong(1),
                    row.getString(2),
                    row.getLong(3),
                    row.getLong(4),
                    row.getLong(5),
                    row.getLong(6)))
        .list();
  }

  /** The segments that a data set shows at a watermark, in the order in which they came. */
  static List<Segment> segments(JdbcClient sql, long dataset, long watermark) {
    return sql.sql(
            """
            select segment_key, blob, import_key, sha256, row_count, bytes, from_at, to_at, added
            from segments
            where dataset_key = ? and added <= ? and (removed is null or removed > ?)
            order by segment_key
            """)
        .params(dataset, watermark, watermark)
        .query(
            (row, _) ->
                new Segment(
                    row.getLong(1),
                    row.getString(2),
                    row.getLong(3),
                    row.getString(4),
                    row.getLong(5),
                    row.getLong(6),
                    row.getLong(7),
                    row.getLong(8),
                    row.getLong(9)))
        .list();
  }
}
