package ai.netra.backend.usage;

import ai.netra.backend.identity.UserKey;
import ai.netra.backend.service.Json;
import ai.netra.backend.service.Times;
import ai.netra.contract.usage.ImportView;
import ai.netra.contract.usage.RowError;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;

/** A row of {@code imports} with the name of its data set. */
record ImportRow(
    long key,
    String id,
    UserKey user,
    long dataset,
    String datasetName,
    String sha256,
    ImportOptions options,
    String state,
    long bytes,
    Counts counts,
    List<String> ignoredColumns,
    @Nullable List<List<String>> preview,
    @Nullable Long from,
    @Nullable Long to,
    @Nullable String errorCode,
    @Nullable String errorMessage,
    long createdAt,
    @Nullable Long finishedAt) {

  /** The six counts that make up the rows read, and those that were normalised. */
  record Counts(
      long inserted,
      long duplicate,
      long conflict,
      long replaced,
      long skipped,
      long rejected,
      long normalised) {

    static final Counts NONE = new Counts(0, 0, 0, 0, 0, 0, 0);

    long read() {
      return inserted + duplicate + conflict + replaced + skipped + rejected;
    }
  }

  static ImportRow of(ResultSet row) throws SQLException {
    return new ImportRow(
        row.getLong("import_key"),
        row.getString("id"),
        new UserKey(row.getLong("user_key")),
        row.getLong("dataset_key"),
        row.getString("name"),
        row.getString("sha256"),
        Json.mapper().readValue(row.getString("options"), ImportOptions.class),
        row.getString("state"),
        row.getLong("bytes"),
        new Counts(
            row.getLong("rows_inserted"),
            row.getLong("rows_duplicate"),
            row.getLong("rows_conflict"),
            row.getLong("rows_replaced"),
            row.getLong("rows_skipped"),
            row.getLong("rows_rejected"),
            row.getLong("rows_normalised")),
        Json.mapper().readValue(row.getString("ignored_columns"), new TypeReference<>() {}),
        preview(row.getString("preview")),
        number(row, "from_at"),
        number(row, "to_at"),
        row.getString("error_code"),
        row.getString("error_message"),
        row.getLong("created_at"),
        number(row, "finished_at"));
  }

  /**
   * As clients see it.
   *
   * @param duplicate whether these bytes had been imported before
   */
  ImportView view(List<RowError> firstErrors, boolean duplicate) {
    return new ImportView(
        id,
        "import",
        state,
        datasetName,
        options.format().wireName(),
        bytes,
        sha256,
        counts.read(),
        counts.inserted(),
        counts.duplicate(),
        counts.conflict(),
        counts.replaced(),
        counts.skipped(),
        counts.rejected(),
        counts.normalised(),
        ignoredColumns,
        preview,
        firstErrors,
        text(from),
        text(to),
        duplicate,
        errorCode,
        errorMessage,
        Times.text(Instant.ofEpochMilli(createdAt)),
        text(finishedAt));
  }

  private static @Nullable List<List<String>> preview(@Nullable String json) {
    return json == null ? null : Json.mapper().readValue(json, new TypeReference<>() {});
  }

  private static @Nullable Long number(ResultSet row, String column) throws SQLException {
    long number = row.getLong(column);
    return row.wasNull() ? null : number;
  }

  private static @Nullable String text(@Nullable Long millis) {
    return millis == null ? null : Times.text(Instant.ofEpochMilli(millis));
  }
}
