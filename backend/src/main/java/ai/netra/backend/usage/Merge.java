package ai.netra.backend.usage;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The statements that tell new rows from known ones: {@code staged} holds those of the file, {@code
 * fresh} those that come in.
 */
final class Merge {

  /** The greatest number of rows of a segment. */
  static final long SEGMENT_ROWS = 1_000_000;

  private static final String ORDER = "staged.timestamp, staged.request_id, staged.id_hash";

  /** Sorts fast and packs as well as the levels above it, on rows of usage. */
  private static final String PARQUET = "(format parquet, compression zstd, compression_level 1)";

  private Merge() {}

  /** Takes the rows of the file in. */
  static String staged(Set<Column> columns) {
    return "create temp table staged as select %s from %s()"
        .formatted(RowFeed.selected(columns), RowFeed.NAME);
  }

  /** Gives rows without an id one from their content and ordinal. */
  static final List<String> NAMED =
      List.of(
          """
          create temp table named as select * replace (
            case when request_id is not null then id_hash else md5(id_hash::varchar || ':' ||
              row_number() over (partition by request_id is null, id_hash order by line))::uuid
            end as id_hash) from staged
          """,
          "drop table staged",
          "alter table named rename to staged");

  /** What of the staged ids is already stored. */
  static String existing(List<Path> segments) {
    if (segments.isEmpty()) {
      return "create or replace temp table existing (id_hash uuid, row_hash bigint)";
    }
    return """
        create or replace temp table existing as select id_hash, row_hash from read_parquet(%s)
        where id_hash in (select id_hash from staged)
        """
        .formatted(Sql.list(segments));
  }

  /** How many staged rows share their id with another one, staged or stored. */
  static final String ALIKE =
      "select count(*) - count(distinct id_hash) + (select count(*) from existing) from staged";

  /** All staged rows in the order of a segment. */
  static final String SORTED =
      "create or replace temp table fresh as select * from staged order by " + ORDER;

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
        create or replace temp table decided as
        select line, staged.row_hash as hash, existing.row_hash as stored,
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
        count(*) filter (where former = hash),
        count(*) filter (where former <> hash)
      from decided
      """;

  /** The rows to write, in the order of a segment. */
  static String fresh(boolean replace) {
    String chosen = replace ? "last_one and (stored is null or stored <> hash)" : "former is null";
    return """
        create or replace temp table fresh as
        select staged.* from staged join decided using (line) where %s order by %s
        """
        .formatted(chosen, ORDER);
  }

  /**
   * Writes one segment.
   *
   * @param columns those that the table has; each other one is what its absence stands for
   */
  static String copy(Piece piece, Set<Column> columns, long importKey, Path file) {
    String values =
        Arrays.stream(Column.values())
            .map(column -> columns.contains(column) ? column.wireName() : absent(column))
            .collect(Collectors.joining(", "));
    return "copy (select %s, id_hash, row_hash, %d::bigint as import_key from %s) to %s %s"
        .formatted(values, importKey, piece.text(), Sql.text(file.toString()), PARQUET);
  }

  static String extent(Piece piece) {
    return "select count(*), min(timestamp), max(timestamp) from " + piece.text();
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
        to %s %s
        """
        .formatted(Sql.list(List.of(segment)), without, Sql.text(file.toString()), PARQUET);
  }

  static String extentOf(Path file) {
    return "select count(*), min(timestamp), max(timestamp) from read_parquet(%s)"
        .formatted(Sql.list(List.of(file)));
  }

  private static String absent(Column column) {
    String value =
        switch (FieldRules.absent(column)) {
          case FieldRules.Field.Good(String text) when !text.isEmpty() -> Sql.text(text);
          case FieldRules.Field.Good _, FieldRules.Field.Bad _ -> "null";
        };
    return value + "::" + column.kind().sqlType() + " as " + column.wireName();
  }

  /** The rows of a sorted table that one segment takes. */
  record Piece(String table, long after) {

    String text() {
      return "%s where rowid >= %d and rowid < %d".formatted(table, after, after + SEGMENT_ROWS);
    }
  }
}
