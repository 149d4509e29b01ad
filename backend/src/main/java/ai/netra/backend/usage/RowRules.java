package ai.netra.backend.usage;

import static ai.netra.backend.usage.Column.CACHED_INPUT_TOKENS;
import static ai.netra.backend.usage.Column.CACHE_WRITE_TOKENS;
import static ai.netra.backend.usage.Column.INPUT_TOKENS;
import static ai.netra.backend.usage.Column.OUTPUT_TOKENS;
import static ai.netra.backend.usage.Column.REASONING_TOKENS;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Checks a record field by field and brings it into its one canonical form. Values as most files
 * write them are taken by their bytes; all others go through the rule as text.
 */
final class RowRules {

  private static final Column[] COLUMNS = Column.values();

  private final FieldRules rules;
  private final PlainFields plain;
  private final KnownFields known = new KnownFields();
  private final KnownFields.Known[] absent;

  RowRules(Timestamps timestamps) {
    this.rules = new FieldRules(timestamps);
    this.plain = new PlainFields(timestamps);
    this.absent =
        Arrays.stream(COLUMNS)
            .map(column -> KnownFields.Known.of(column, FieldRules.absent(column)))
            .toArray(KnownFields.Known[]::new);
  }

  /** The first field of a record that breaks its rule. */
  record Rejected(long line, String field, String rule, String received) {}

  /** Fills in a record's canonical values; where it has none the answer says why. */
  @Nullable Rejected check(RawRow row, CleanRow clean) {
    RawRow.Broken broken = row.broken();
    if (broken != null) {
      return rejected(row.line(), broken.field(), broken.rule(), broken.received());
    }
    clean.begin(row.line());
    for (Column column : COLUMNS) {
      String rule = field(row, column, clean);
      if (rule != null) {
        return rejected(row.line(), column.wireName(), rule, row.text(column));
      }
    }
    return sums(clean);
  }

  /** Takes one field; returns the rule that it breaks, or null. */
  private @Nullable String field(RawRow row, Column column, CleanRow clean) {
    if (!row.has(column)) {
      return absent(row, column).into(clean, column);
    }
    if (plain.take(row, column, clean)) {
      return null;
    }
    KnownFields.Known field = known.find(row, column);
    if (field == null) {
      field = checked(column, row.text(column));
      known.keep(row, column, field);
    }
    return field.into(clean, column);
  }

  private KnownFields.Known absent(RawRow row, Column column) {
    String prompt = column == Column.PROMPT_HASH ? row.prompt() : null;
    return prompt == null || prompt.isEmpty()
        ? absent[column.index()]
        : KnownFields.Known.of(column, new FieldRules.Field.Good(FieldRules.sha256(prompt)));
  }

  private KnownFields.Known checked(Column column, String value) {
    return value.isEmpty()
        ? absent[column.index()]
        : KnownFields.Known.of(column, rules.check(column, value));
  }

  private static @Nullable Rejected sums(CleanRow row) {
    long cached = row.number(CACHED_INPUT_TOKENS) + row.number(CACHE_WRITE_TOKENS);
    if (cached > row.number(INPUT_TOKENS)) {
      return rejected(
          row.line(),
          CACHED_INPUT_TOKENS.wireName(),
          "cached and written tokens at most input_tokens",
          Long.toString(cached));
    }
    if (row.number(REASONING_TOKENS) > row.number(OUTPUT_TOKENS)) {
      return rejected(
          row.line(),
          REASONING_TOKENS.wireName(),
          "at most output_tokens",
          Long.toString(row.number(REASONING_TOKENS)));
    }
    return null;
  }

  private static Rejected rejected(long line, String field, String rule, String received) {
    return new Rejected(
        line, field, rule, received.length() > 80 ? received.substring(0, 80) : received);
  }
}
