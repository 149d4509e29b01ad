package ai.netra.backend.usage;

import java.nio.file.Path;
import java.util.List;

/** The statements that tell new rows from known ones; two tables come out: fresh and outdated. */
final class Merge {

  /** The greatest number of rows of a segment. */
  static final long SEGMENT_ROWS = 1_000_000;

  private Merge() {}

  /** Loads the staging file, giving rows without an id one from their content and ordinal. */
  static String staged(Path file, boolean anonymous) {
    String types =
        java.util.Arrays.stream(Column.values())
            .map(column -> "'%s': '%s'".formatted(column.wireName(), column.kind().sqlType()))
            .collect(java.util.stream.Collectors.joining(", "));
    String read =
        """
        read_csv(%s, delim = '\t', quote = '"', escape = '"', header = false, nullstr = '',
          auto_detect = false, max_line_size = 4194304, columns = %s)
        """
            .formatted(Sql.text(file.toString()), Staging.DECLARATIONS.formatted(types));
    String identity =
        anonymous
            ? """
            case when has_id then id_base else md5(id_base::varchar || ':' ||
              row_number() over (partition by has_id, id_base order by line))::uuid end
            """
            : "id_base";
    return "create temp table staged as select line, %s as id_hash, row_hash, %s from %s"
        .formatted(identity, Column.names(), read);
  }

  /** What of the staged ids is already stored. */
  static String existing(List<Path> segments) {
    if (segments.isEmpty()) {
      return "create temp table existing (id_hash uuid, row_hash bigint)";
    }
    return """
        create temp table existing as select id_hash, row_hash from read_parquet(%s)
        where id_hash in (select id_hash from staged)
        """
        .formatted(Sql.list(segments));
  }

  /**
   * Decides each staged row in the order of lines, as if they came one by one. Without {@code
   * replace} the stored row, else the first one, wins.
   */
  static String decided(boolean replace) {
    String former =
        replace
            ? "coalesce(lag(staged.row_hash) over same, existing.row_hash)"
            : """
              coalesce(existing.row_hash,
                case when row_number() over same > 1
                  then first_value(staged.row_hash) over same end)
              """;
    return """
        create temp table decided as
        select line, staged.id_hash, staged.row_hash, existing.row_hash as stored,
          %s as former, lead(line) over same is null as last_one
        from staged left join existing using (id_hash)
        window same as (partition by staged.id_hash order by line)
        """
        .formatted(former);
  }

  /** Inserted, duplicate, and the third count: conflict, or replaced. */
  static final String COUNTS =
      """
      select count(*) filter (where former is null),
        count(*) filter (where former = row_hash),
        count(*) filter (where former <> row_hash)
      from decided
      """;

  /** Which rows to write, numbered in the order of a segment; narrow, since it is sorted whole. */
  static String fresh(boolean replace) {
    String chosen =
        replace ? "last_one and (stored is null or stored <> decided.row_hash)" : "former is null";
    return """
        create temp table fresh as
        select line, staged.id_hash, timestamp,
          row_number() over (order by timestamp, request_id, staged.id_hash) as place
        from staged join decided using (line) where %s
        """
        .formatted(chosen);
  }

  static String copy(long after, long importKey, Path file) {
    return """
        copy (select %s, staged.id_hash, row_hash, %d::bigint as import_key
          from staged join
            (select line, place from fresh where place > %d and place <= %d) using (line)
          order by place)
        to %s (format parquet, compression zstd)
        """
        .formatted(
            Column.names(), importKey, after, after + SEGMENT_ROWS, Sql.text(file.toString()));
  }

  static String extent(long after) {
    return "select count(*), min(timestamp), max(timestamp) from fresh where place > %d and place <= %d"
        .formatted(after, after + SEGMENT_ROWS);
  }

  /** How many rows of a segment are replaced by fresh ones. */
  static String outdated(Path segment) {
    return "select count(*) from read_parquet(%s) where id_hash in (select id_hash from fresh)"
        .formatted(Sql.list(List.of(segment)));
  }

  /** A segment again, without the rows that a condition names. */
  static String rewritten(Path segment, String without, Path file) {
    return """
        copy (select * from read_parquet(%s) where not (%s) order by timestamp, request_id, id_hash)
        to %s (format parquet, compression zstd)
        """
        .formatted(Sql.list(List.of(segment)), without, Sql.text(file.toString()));
  }

  static String extentOf(Path file) {
    return "select count(*), min(timestamp), max(timestamp) from read_parquet(%s)"
        .formatted(Sql.list(List.of(file)));
  }
}
