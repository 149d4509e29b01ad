package ai.netra.backend.usage;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The rule of each field, and what stands for one that is absent. */
final class FieldRules {

  private static final long MOST_TOKENS = 1_000_000_000L;
  private static final long MOST_MILLIS = 86_400_000L;
  private static final int MOST_TEXT = 256;
  private static final int MOST_ID = 128;
  private static final int MOST_TAGS = 16;
  private static final int MONEY_DECIMALS = 9;
  private static final BigDecimal MOST_MONEY = new BigDecimal("1000000000");
  private static final Pattern DECIMAL = Pattern.compile("[0-9]{1,18}(?:\\.[0-9]{1,18})?");
  private static final Set<String> OPERATIONS =
      Set.of("chat", "completion", "embedding", "image", "audio", "rerank", "other");
  private static final Set<String> TIERS = Set.of("standard", "batch", "flex", "priority");
  private static final Set<String> STATUSES =
      Set.of("ok", "error", "timeout", "rate_limited", "filtered", "cancelled");
  private static final Set<String> URGENCIES = Set.of("interactive", "background");
  private static final Field NOTHING = new Field.Good("");
  private static final JsonMapper MAPPER = JsonMapper.shared();

  private final Timestamps timestamps;

  FieldRules(Timestamps timestamps) {
    this.timestamps = timestamps;
  }

  /** A field that was looked at. */
  sealed interface Field {

    /** In its canonical form. */
    record Good(String value) implements Field {}

    /** Breaking this rule. */
    record Bad(String rule) implements Field {}
  }

  static Field absent(Column column) {
    return switch (column) {
      case TIMESTAMP, MODEL, INPUT_TOKENS, OUTPUT_TOKENS -> new Field.Bad("required");
      case OPERATION -> new Field.Good("chat");
      case TIER -> new Field.Good("standard");
      case STATUS -> new Field.Good("ok");
      case CACHED_INPUT_TOKENS, CACHE_WRITE_TOKENS, REASONING_TOKENS -> new Field.Good("0");
      case ATTEMPT -> new Field.Good("1");
      default -> NOTHING;
    };
  }

  /** Checks a value that is there. */
  Field check(Column column, String value) {
    return switch (column) {
      case TIMESTAMP -> timestamp(value);
      case INPUT_TOKENS,
          OUTPUT_TOKENS,
          CACHED_INPUT_TOKENS,
          CACHE_WRITE_TOKENS,
          REASONING_TOKENS,
          PREFIX_TOKENS,
          MAX_TOKENS,
          WASTE_TOKENS,
          LATENCY_MS,
          TTFT_MS,
          HTTP_STATUS,
          ATTEMPT ->
          integer(value, least(column), most(column));
      case COST_USD -> money(value);
      case QUALITY -> decimal(value, BigDecimal.ONE, "0..1");
      case TEMPERATURE -> decimal(value, BigDecimal.TEN, "0..10");
      case STREAM, HAS_TOOLS -> flag(value);
      case OPERATION -> choice(value, OPERATIONS);
      case TIER -> choice(value, TIERS);
      case STATUS -> choice(value, STATUSES);
      case URGENCY -> choice(value, URGENCIES);
      case END_USER -> new Field.Good(sha256(value));
      case TAGS -> tags(value);
      default -> text(value, mostText(column));
    };
  }

  /** The least whole number that a column takes. */
  static long least(Column column) {
    return switch (column) {
      case HTTP_STATUS -> 100;
      case ATTEMPT -> 1;
      default -> 0;
    };
  }

  /** The greatest whole number that a column takes. */
  static long most(Column column) {
    return switch (column) {
      case LATENCY_MS, TTFT_MS -> MOST_MILLIS;
      case HTTP_STATUS -> 599;
      case ATTEMPT -> 1_000;
      default -> MOST_TOKENS;
    };
  }

  /** How many characters of any text a column takes; 0 where its texts have a rule. */
  static int mostText(Column column) {
    return switch (column) {
      case OPERATION, TIER, STATUS, URGENCY, END_USER, TAGS -> 0;
      case REQUEST_ID -> MOST_ID;
      default -> column.kind() == Kind.TEXT ? MOST_TEXT : 0;
    };
  }

  static String sha256(String text) {
    return HexFormat.of().formatHex(Sha256.digest().digest(text.getBytes(StandardCharsets.UTF_8)));
  }

  private Field timestamp(String value) {
    Optional<Instant> instant = timestamps.read(value);
    if (instant.isEmpty()) {
      return new Field.Bad("ISO-8601 with zone or tz, or epoch in s, ms, us or ns");
    }
    return timestamps.inRange(instant.get())
        ? new Field.Good(Long.toString(instant.get().toEpochMilli()))
        : new Field.Bad("from 2020 to a day from now");
  }

  private static Field integer(String value, long min, long max) {
    long number = Digits.read(value);
    return number >= min && number <= max
        ? new Field.Good(Long.toString(number))
        : new Field.Bad("integer %d..%d".formatted(min, max));
  }

  private static Field money(String value) {
    if (DECIMAL.matcher(value).matches()) {
      BigDecimal amount = new BigDecimal(value).stripTrailingZeros();
      if (amount.scale() <= MONEY_DECIMALS && amount.compareTo(MOST_MONEY) < 0) {
        return new Field.Good(amount.toPlainString());
      }
    }
    return new Field.Bad("USD from 0, at most 9 decimals");
  }

  private static Field decimal(String value, BigDecimal max, String range) {
    if (DECIMAL.matcher(value).matches()) {
      BigDecimal number = new BigDecimal(value).stripTrailingZeros();
      if (number.compareTo(max) <= 0) {
        return new Field.Good(number.toPlainString());
      }
    }
    return new Field.Bad("number " + range);
  }

  private static Field flag(String value) {
    return switch (value.toLowerCase(java.util.Locale.ROOT)) {
      case "true", "1", "yes" -> new Field.Good("true");
      case "false", "0", "no" -> new Field.Good("false");
      default -> new Field.Bad("true or false");
    };
  }

  private static Field choice(String value, Set<String> choices) {
    String word = value.toLowerCase(java.util.Locale.ROOT);
    return choices.contains(word)
        ? new Field.Good(word)
        : new Field.Bad("one of " + String.join(", ", choices.stream().sorted().toList()));
  }

  private static Field text(String value, int most) {
    if (value.length() > most) {
      return new Field.Bad("1..%d characters".formatted(most));
    }
    for (int i = 0; i < value.length(); i++) {
      char each = value.charAt(i);
      if (each == 0 || each == '\uFFFD') {
        return new Field.Bad("valid UTF-8 without NUL");
      }
    }
    return new Field.Good(value);
  }

  private static Field tags(String value) {
    Field bad = new Field.Bad("an object of at most 16 pairs of texts");
    try {
      Map<String, Object> pairs = MAPPER.readValue(value, new TypeReference<>() {});
      boolean texts = pairs.values().stream().allMatch(String.class::isInstance);
      return texts && pairs.size() <= MOST_TAGS && value.indexOf('\0') < 0
          ? new Field.Good(MAPPER.writeValueAsString(new TreeMap<>(pairs)))
          : bad;
    } catch (JacksonException e) {
      return bad;
    }
  }
}
