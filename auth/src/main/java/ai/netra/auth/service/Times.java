package ai.netra.auth.service;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Times as they cross the wire: ISO-8601 UTC with milliseconds and {@code Z}. */
public final class Times {

  private static final DateTimeFormatter WIRE =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  private Times() {}

  /** The instant as text, cut to milliseconds. */
  public static String wire(Instant instant) {
    return WIRE.format(instant);
  }
}
