package ai.netra.backend.usage;

import ai.netra.backend.identity.UserKey;
import ai.netra.backend.service.Json;
import ai.netra.contract.usage.RowError;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The statements on {@code imports} and {@code rejects}. */
final class ImportRows {

  private static final String SELECT =
      "select imports.*, name from imports join datasets using (dataset_key) ";

  private ImportRows() {}

  /** A file that came in, and where it is to go. */
  record Received(
      String id, UserKey user, String dataset, String sha256, long bytes, ImportOptions options) {}

  /** How an import ended well; instants in epoch milliseconds. */
  record Completion(
      long key,
      ImportRow.Counts counts,
      List<String> ignoredColumns,
      @Nullable Long from,
      @Nullable Long to,
      long at) {}

  /** Which imports a list shows, and from where. */
  record Listing(@Nullable String dataset, @Nullable String state, long before, int limit) {}

  static void insert(JdbcClient sql, Received file, long dataset, long now) {
    sql.sql(
            """
            insert into imports (id, user_key, dataset_key, sha256, known_as, format, bytes,
              options, state, created_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, 'received', ?)
            """)
        .params(
            file.id(),
            file.user().value(),
            dataset,
            file.sha256(),
            file.sha256(),
            file.options().format().wireName(),
            file.bytes(),
            Json.text(file.options()),
            now)
        .update();
  }

  static Optional<ImportRow> known(JdbcClient sql, long dataset, String sha256) {
    return sql.sql(SELECT + "where dataset_key = ? and known_as = ?")
        .params(dataset, sha256)
        .query((row, _) -> ImportRow.of(row))
        .optional();
  }

  /** One of the user's that was not deleted. */
  static Optional<ImportRow> byId(JdbcClient sql, UserKey user, String id) {
    return sql.sql(SELECT + "where imports.user_key = ? and id = ? and state <> 'deleted'")
        .params(user.value(), id)
        .query((row, _) -> ImportRow.of(row))
        .optional();
  }

  static List<ImportRow> unfinished(JdbcClient sql) {
    return sql.sql(SELECT + "where state in ('received', 'reading') order by import_key")
        .query((row, _) -> ImportRow.of(row))
        .list();
  }

  /** Newest first, after a place; one more than the limit tells whether there are others. */
  static List<ImportRow> page(JdbcClient sql, UserKey user, Listing listing) {
    StringBuilder text =
        new StringBuilder(SELECT)
            .append("where imports.user_key = ? and state <> 'deleted' and import_key < ?");
    List<Object> parameters = new ArrayList<>(List.of(user.value(), listing.before()));
    if (listing.dataset() != null) {
      text.append(" and name = ?");
      parameters.add(listing.dataset());
    }
    if (listing.state() != null) {
      text.append(" and state = ?");
      parameters.add(listing.state());
    }
    parameters.add(listing.limit() + 1);
    return sql.sql(text.append(" order by import_key desc limit ?").toString())
        .params(parameters)
        .query((row, _) -> ImportRow.of(row))
        .list();
  }

  /** Takes an import to work on; false where somebody else ended it. */
  static boolean reading(JdbcClient sql, long key) {
    return sql.sql(
                """
                update imports set state = 'reading'
                where import_key = ? and state in ('received', 'reading')
                """)
            .param(key)
            .update()
        == 1;
  }

  static boolean completed(JdbcClient sql, Completion end) {
    ImportRow.Counts counts = end.counts();
    List<@Nullable Object> parameters = new ArrayList<>();
    parameters.add(counts.inserted());
    parameters.add(counts.duplicate());
    parameters.add(counts.conflict());
    parameters.add(counts.replaced());
    parameters.add(counts.rejected());
    parameters.add(Json.text(end.ignoredColumns()));
    parameters.add(end.from());
    parameters.add(end.to());
    parameters.add(end.at());
    parameters.add(end.key());
    return sql.sql(
                """
                update imports set state = 'completed', rows_inserted = ?, rows_duplicate = ?,
                  rows_conflict = ?, rows_replaced = ?, rows_rejected = ?, ignored_columns = ?,
                  from_at = ?, to_at = ?, finished_at = ?
                where import_key = ? and state = 'reading'
                """)
            .params(parameters)
            .update()
        == 1;
  }

  static boolean failed(JdbcClient sql, long key, BadFile reason, long now) {
    String preview = reason.preview() == null ? null : Json.text(reason.preview());
    List<@Nullable Object> parameters = new ArrayList<>();
    parameters.add(reason.getMessage());
    parameters.add(preview);
    parameters.add(reason.rejected());
    parameters.add(now);
    parameters.add(key);
    return sql.sql(
                """
                update imports set state = 'failed', error_code = 'IMPORT_FAILED',
                  error_message = ?, preview = ?, rows_rejected = ?, known_as = null,
                  finished_at = ?
                where import_key = ? and state in ('received', 'reading')
                """)
            .params(parameters)
            .update()
        == 1;
  }

  static void deleted(JdbcClient sql, long key) {
    sql.sql("update imports set state = 'deleted', known_as = null where import_key = ?")
        .param(key)
        .update();
  }

  /** Rows of these imports were deleted: the same bytes may come again. */
  static void forget(JdbcClient sql, long key) {
    sql.sql("update imports set known_as = null where import_key = ?").param(key).update();
  }

  static void reject(JdbcClient sql, long key, List<RowError> rejects) {
    for (RowError error : rejects) {
      sql.sql(
              """
              insert into rejects (import_key, line, field, rule, received) values (?, ?, ?, ?, ?)
              """)
          .params(key, error.line(), error.field(), error.rule(), error.received())
          .update();
    }
  }

  static List<RowError> rejects(JdbcClient sql, long key, long after, int limit) {
    return sql.sql(
            """
            select line, field, rule, received from rejects
            where import_key = ? and line > ? order by line limit ?
            """)
        .params(key, after, limit)
        .query(
            (row, _) ->
                new RowError(row.getLong(1), row.getString(2), row.getString(3), row.getString(4)))
        .list();
  }
}
