package ai.netra.backend.usage;

import java.time.Instant;

/** Instants [from, to), compared as epoch milliseconds. */
public record TimeSpan(Instant from, Instant to) {

  /** Every instant that a row can have. */
  public static final TimeSpan ALL =
      new TimeSpan(Instant.EPOCH, Instant.ofEpochMilli(Long.MAX_VALUE));

  long fromMillis() {
    return from.toEpochMilli();
  }

  long toMillis() {
    return to.toEpochMilli();
  }
}
