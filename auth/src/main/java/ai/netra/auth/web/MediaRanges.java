package ai.netra.auth.web;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Whether a client takes one of the media types that a route produces. */
final class MediaRanges {

  private MediaRanges() {}

  static boolean accepts(@Nullable String accept, List<String> produced) {
    if (accept == null || accept.isBlank() || produced.isEmpty()) {
      return true;
    }
    return Arrays.stream(accept.toLowerCase(Locale.ROOT).split(","))
        .map(String::strip)
        .filter(range -> !range.matches(".*;\\s*q=0(\\.0*)?\\s*"))
        .map(range -> range.split(";", 2)[0].strip())
        .anyMatch(range -> produced.stream().anyMatch(type -> fits(range, type)));
  }

  private static boolean fits(String range, String type) {
    String family = type.substring(0, type.indexOf('/') + 1);
    return range.equals("*/*") || range.equals(family + "*") || range.equals(type);
  }
}
