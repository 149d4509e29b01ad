package ai.netra.backend.agents;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The strategies that this version computes, with the hours that putting one to work takes. */
enum StrategyId {
  S1("response cache", 24, "engineering"),
  S3("routing", 40, "engineering"),
  S4("batch", 24, "operations"),
  S7("retries", 16, "engineering");

  private final String words;
  private final int hours;
  private final String owner;

  StrategyId(String words, int hours, String owner) {
    this.words = words;
    this.hours = hours;
    this.owner = owner;
  }

  /** What people call it. */
  String words() {
    return words;
  }

  /** Expected hours of work; half of it at best, twice at worst. */
  int hours() {
    return hours;
  }

  /** The role that does it. */
  String owner() {
    return owner;
  }

  @JsonValue
  String wireName() {
    return name();
  }

  /** By its id or by its words, as {@code S4} or {@code batch}. */
  @JsonCreator
  static StrategyId of(String text) {
    return named(text)
        .orElseThrow(() -> new IllegalArgumentException("strategy: a known one, got " + text));
  }

  static Optional<StrategyId> named(String text) {
    String word = text.strip().toLowerCase(Locale.ROOT).replace('_', ' ');
    return Arrays.stream(values())
        .filter(id -> id.name().equalsIgnoreCase(word) || id.words.equals(word))
        .findFirst();
  }
}
