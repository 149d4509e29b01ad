package ai.netra.loop.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A value as a report shows it. */
sealed interface Value {

  Value NONE = new Words("");

  /** For people: a text, or a number with its unit. */
  String text();

  /** A text. */
  record Words(String text) implements Value {}

  /** A number; {@code unit} is empty for a count. */
  record Amount(BigDecimal number, String unit) implements Value {

    @Override
    public String text() {
      return unit.isEmpty() ? number.toPlainString() : number.toPlainString() + " " + unit;
    }
  }

  /** From when to when, within a whole that began at zero: all in microseconds. */
  record Span(long fromMicros, long toMicros, long wholeMicros) implements Value {

    @Override
    public String text() {
      return milliseconds(fromMicros).text() + " – " + milliseconds(toMicros).text();
    }
  }

  static Value words(@Nullable String text) {
    return text == null ? NONE : new Words(text);
  }

  static Value count(long number) {
    return new Amount(BigDecimal.valueOf(number), "");
  }

  static Value millis(long millis) {
    return new Amount(BigDecimal.valueOf(millis), "ms");
  }

  /** In milliseconds, exact to ten of the microseconds given. */
  static Value milliseconds(long micros) {
    return new Amount(BigDecimal.valueOf(micros, 3).setScale(2, RoundingMode.HALF_UP), "ms");
  }

  static Value seconds(Duration duration) {
    return new Amount(BigDecimal.valueOf(duration.toMillis(), 3), "s");
  }

  static Value mebibytes(long bytes) {
    BigDecimal mebi = BigDecimal.valueOf(1 << 20);
    return new Amount(BigDecimal.valueOf(bytes).divide(mebi, 1, RoundingMode.HALF_UP), "MiB");
  }
}
