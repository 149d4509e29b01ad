package ai.netra.backend.usage;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads instants as files write them. */
final class Timestamps {

  private static final Instant FIRST = Instant.parse("2020-01-01T00:00:00Z");
  private static final Pattern EPOCH = Pattern.compile("[0-9]{1,19}(?:\\.[0-9]{1,9})?");
  private static final long FIRST_MILLIS = 100_000_000_000L;
  private static final long AFTER_MILLIS = 100_000_000_000_000L;
  private static final BigDecimal SECONDS_BELOW = new BigDecimal("1e11");
  private static final BigDecimal MILLIS_BELOW = new BigDecimal("1e14");
  private static final BigDecimal MICROS_BELOW = new BigDecimal("1e17");

  private final Instant last;
  private final @Nullable ZoneId zone;

  /**
   * @param zone of times that carry none, or null where such times are bad
   */
  Timestamps(Instant now, @Nullable ZoneId zone) {
    this.last = now.plus(Duration.ofDays(1));
    this.zone = zone;
  }

  boolean inRange(Instant instant) {
    return !instant.isBefore(FIRST) && !instant.isAfter(last);
  }

  /** Epoch milliseconds of a part of a file as most files write it, or -1 for any other text. */
  long plain(byte[] text, int from, int to) {
    long millis = Digits.read(text, from, to);
    if (millis < FIRST_MILLIS || millis >= AFTER_MILLIS) {
      millis = UtcText.read(text, from, to);
    }
    return millis >= FIRST.toEpochMilli() && millis <= last.toEpochMilli() ? millis : -1;
  }

  /** ISO-8601 with a zone or in the zone sent along; epoch by its magnitude. */
  Optional<Instant> read(String value) {
    long whole = Digits.read(value);
    if (whole >= FIRST_MILLIS && whole < AFTER_MILLIS) {
      return Optional.of(Instant.ofEpochMilli(whole)); // what most files hold
    }
    long utc = UtcText.read(value);
    if (utc != UtcText.NONE) {
      return Optional.of(Instant.ofEpochMilli(utc));
    }
    if (EPOCH.matcher(value).matches()) {
      return Optional.of(epoch(new BigDecimal(value)));
    }
    String iso = value.length() > 10 && value.charAt(10) == ' ' ? withT(value) : value;
    try {
      char end = iso.charAt(iso.length() - 1);
      boolean zoned = end == 'Z' || iso.lastIndexOf('+') > 10 || iso.lastIndexOf('-') > 10;
      if (zoned) {
        return Optional.of(end == 'Z' ? Instant.parse(iso) : OffsetDateTime.parse(iso).toInstant());
      }
      ZoneId local = zone;
      return local == null
          ? Optional.empty()
          : Optional.of(LocalDateTime.parse(iso).atZone(local).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static String withT(String value) {
    return value.substring(0, 10) + 'T' + value.substring(11);
  }

  private static Instant epoch(BigDecimal number) {
    int decimals = 9;
    if (number.compareTo(SECONDS_BELOW) >= 0) {
      decimals = number.compareTo(MILLIS_BELOW) < 0 ? 6 : 3;
    }
    if (number.compareTo(MICROS_BELOW) >= 0) {
      decimals = 0;
    }
    long nanos = number.movePointRight(decimals).longValue();
    return Instant.ofEpochSecond(
        Math.floorDiv(nanos, 1_000_000_000L), Math.floorMod(nanos, 1_000_000_000L));
  }
}
