package ai.netra.backend.usage;

import static ai.netra.backend.usage.Kind.BIGINT;
import static ai.netra.backend.usage.Kind.BOOLEAN;
import static ai.netra.backend.usage.Kind.DOUBLE;
import static ai.netra.backend.usage.Kind.MONEY;
import static ai.netra.backend.usage.Kind.TEXT;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** A field of a row as it is stored; the order is that of an import and of the segments. */
enum Column {
  TIMESTAMP(BIGINT),
  MODEL(TEXT),
  INPUT_TOKENS(BIGINT),
  OUTPUT_TOKENS(BIGINT),
  REQUEST_ID(TEXT),
  PROVIDER(TEXT),
  OPERATION(TEXT),
  TIER(TEXT),
  REGION(TEXT),
  STREAM(BOOLEAN),
  LATENCY_MS(BIGINT),
  TTFT_MS(BIGINT),
  CACHED_INPUT_TOKENS(BIGINT),
  CACHE_WRITE_TOKENS(BIGINT),
  REASONING_TOKENS(BIGINT),
  COST_USD(MONEY),
  STATUS(TEXT),
  HTTP_STATUS(BIGINT),
  ERROR_CODE(TEXT),
  FINISH_REASON(TEXT),
  ATTEMPT(BIGINT),
  LOGICAL_ID(TEXT),
  QUALITY(DOUBLE),
  FEATURE(TEXT),
  TEAM(TEXT),
  ENVIRONMENT(TEXT),
  CUSTOMER(TEXT),
  CONVERSATION_ID(TEXT),
  TASK_CLASS(TEXT),
  URGENCY(TEXT),
  END_USER(TEXT),
  PROMPT_HASH(TEXT),
  PREFIX_HASH(TEXT),
  PREFIX_TOKENS(BIGINT),
  MAX_TOKENS(BIGINT),
  TEMPERATURE(DOUBLE),
  HAS_TOOLS(BOOLEAN),
  WASTE_TOKENS(BIGINT),
  TAGS(TEXT);

  static final int COUNT = values().length;

  private final Kind kind;

  Column(Kind kind) {
    this.kind = kind;
  }

  Kind kind() {
    return kind;
  }

  /** Its place in arrays that have one for each column. */
  @SuppressWarnings("EnumOrdinal") // never stored; a map by column costs more than a row's rules
  int index() {
    return ordinal();
  }

  /** The name in files, on the wire and in SQL. */
  String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** All names, as SQL lists them. */
  static String names() {
    return Arrays.stream(values()).map(Column::wireName).collect(Collectors.joining(", "));
  }

  /** A segment's columns with their types, as an empty table declares them. */
  static String declarations() {
    return Arrays.stream(values())
        .map(column -> column.wireName() + " " + column.kind().sqlType())
        .collect(Collectors.joining(", ", "", ", id_hash uuid, row_hash bigint"));
  }
}
