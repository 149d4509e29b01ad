package ai.netra.backend.agents;

import java.math.BigDecimal;
import java.util.Optional;

/** Numbers as people write them: thousands may stand apart. */
final class SpokenNumber {

  /** What a number looks like; it may still be none. */
  static final String PATTERN = "[0-9][0-9 .,]*[0-9]|[0-9]";

  private SpokenNumber() {}

  /** Its value; nothing where it has a second reading, as {@code 1,5} has. */
  static Optional<BigDecimal> read(String text) {
    String plain = text.replaceAll("[ ,](?=[0-9]{3}(?:[^0-9]|$))", "");
    return plain.matches("[0-9]+(?:\\.[0-9]+)?")
        ? Optional.of(new BigDecimal(plain))
        : Optional.empty();
  }

  /** A part of a hundred. */
  static Optional<BigDecimal> percent(String text) {
    return read(text).map(value -> value.movePointLeft(2));
  }
}
