package ai.netra.backend.usage;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/** Whole UTC days, [from, to). */
public record UsageWindow(LocalDate from, LocalDate to) {

  public UsageWindow {
    if (!from.isBefore(to)) {
      throw new IllegalArgumentException("window: from before to, got " + from + " and " + to);
    }
  }

  public int days() {
    return Math.toIntExact(ChronoUnit.DAYS.between(from, to));
  }

  /** The same span of time in milliseconds. */
  public TimeSpan span() {
    return new TimeSpan(
        from.atStartOfDay(ZoneOffset.UTC).toInstant(), to.atStartOfDay(ZoneOffset.UTC).toInstant());
  }
}
