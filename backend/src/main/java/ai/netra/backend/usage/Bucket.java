package ai.netra.backend.usage;

import java.util.Locale;
import java.util.Optional;

/** A step of a series; weeks begin on Monday, UTC. */
public enum Bucket {
  HOUR(3_600_000L, 0),
  DAY(86_400_000L, 0),
  /** The epoch's day was a Thursday, so weeks are counted from three days before it. */
  WEEK(604_800_000L, 259_200_000L);

  private final long millis;
  private final long shift;

  Bucket(long millis, long shift) {
    this.millis = millis;
    this.shift = shift;
  }

  public static Optional<Bucket> named(String name) {
    for (Bucket bucket : values()) {
      if (bucket.wireName().equals(name)) {
        return Optional.of(bucket);
      }
    }
    return Optional.empty();
  }

  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  long millis() {
    return millis;
  }

  long shift() {
    return shift;
  }

  /** The start of the bucket that holds an instant, in epoch milliseconds. */
  long startOf(long at) {
    return Math.floorDiv(at + shift, millis) * millis - shift;
  }
}
