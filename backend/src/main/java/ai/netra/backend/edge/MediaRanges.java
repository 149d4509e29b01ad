package ai.netra.backend.edge;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Compares media types of a request with those of a route. */
final class MediaRanges {

  private MediaRanges() {}

  /** Whether a client takes one of the types that a route produces; without Accept it does. */
  static boolean accepts(@Nullable String accept, List<String> produced) {
    if (accept == null || accept.isBlank() || produced.isEmpty()) {
      return true;
    }
    return Arrays.stream(accept.toLowerCase(Locale.ROOT).split(","))
        .map(String::strip)
        .filter(range -> !range.matches(".*;\\s*q=0(\\.0*)?\\s*"))
        .map(MediaRanges::bare)
        .anyMatch(range -> produced.stream().anyMatch(type -> fits(range, type)));
  }

  /** Whether a route reads a body of this type. */
  static boolean consumes(@Nullable String contentType, List<String> consumed) {
    return contentType != null && consumed.contains(bare(contentType.toLowerCase(Locale.ROOT)));
  }

  private static String bare(String type) {
    return type.split(";", 2)[0].strip();
  }

  private static boolean fits(String range, String type) {
    String family = type.substring(0, type.indexOf('/') + 1);
    return range.equals("*/*") || range.equals(family + "*") || range.equals(type);
  }
}
