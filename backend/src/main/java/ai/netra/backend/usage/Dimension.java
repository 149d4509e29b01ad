package ai.netra.backend.usage;

import java.util.Locale;
import java.util.Optional;

/** What rows can be grouped and filtered by; the constant is the column. */
public enum Dimension {
  MODEL("model"),
  PROVIDER("provider"),
  FEATURE("feature"),
  TEAM("team"),
  CLASS("task_class"),
  CUSTOMER("customer"),
  TIER("tier"),
  STATUS("status"),
  ENVIRONMENT("environment");

  private final String column;

  Dimension(String column) {
    this.column = column;
  }

  /** The name on the wire, such as {@code model}. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Dimension> named(String name) {
    for (Dimension dimension : values()) {
      if (dimension.wireName().equals(name)) {
        return Optional.of(dimension);
      }
    }
    return Optional.empty();
  }

  String column() {
    return column;
  }
}
