package ai.netra.backend.agents;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Optional;

/** What no row can say; named, told in the answer, and the user's to set. */
enum Assumption {
  ESCALATION("escalation", "0.15", "0.05", "0.02"),
  BATCH_ADOPTION("batchAdoption", "0.7", "0.9", "1.0"),
  RETRY_AVOIDABLE("retryAvoidable", "0.5", "0.7", "0.9"),
  TOKEN_RATIO("tokenRatio", "1.10", "1.00", "0.95"),
  ENGINEER_RATE("engineerRate", "150", "100", "80");

  private final String wireName;
  private final BigDecimal low;
  private final BigDecimal expected;
  private final BigDecimal high;

  Assumption(String wireName, String low, String expected, String high) {
    this.wireName = wireName;
    this.low = new BigDecimal(low);
    this.expected = new BigDecimal(expected);
    this.high = new BigDecimal(high);
  }

  /** The name on the wire, such as {@code batchAdoption}. */
  @JsonValue
  String wireName() {
    return wireName;
  }

  /** What holds unless the user says otherwise. */
  Range range() {
    return new Range(low, expected, high);
  }

  /** Whether a value of the user's makes sense: shares lie in 0 to 1, the others above 0. */
  boolean allows(BigDecimal value) {
    return isShare()
        ? value.signum() >= 0 && value.compareTo(BigDecimal.ONE) <= 0
        : value.signum() > 0;
  }

  /** Whether it lies in 0 to 1. */
  boolean isShare() {
    return switch (this) {
      case ESCALATION, BATCH_ADOPTION, RETRY_AVOIDABLE -> true;
      case TOKEN_RATIO, ENGINEER_RATE -> false;
    };
  }

  @JsonCreator
  static Assumption of(String name) {
    return named(name)
        .orElseThrow(() -> new IllegalArgumentException("assumption: a known one, got " + name));
  }

  static Optional<Assumption> named(String name) {
    return Arrays.stream(values()).filter(each -> each.wireName.equals(name)).findFirst();
  }
}
