package ai.netra.loop.record;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A path with places, as routes are named: {@code {id}} stands for one segment, {@code {*rest}} and
 * {@code **} for all that follow.
 */
public record PathTemplate(String text) {

  /**
   * The segments that stand in the places, by name; nothing where the path is not of this template.
   *
   * @param path with or without a query and a slash at its end
   */
  public Optional<Map<String, String>> places(String path) {
    String[] template = segments(text);
    String[] segments = segments(bare(path));
    Map<String, String> places = new LinkedHashMap<>();
    for (int i = 0; i < template.length; i++) {
      if (isRest(template[i])) {
        return Optional.of(places);
      }
      if (i >= segments.length || !fits(template[i], segments[i])) {
        return Optional.empty();
      }
      if (isPlace(template[i])) {
        places.put(template[i].substring(1, template[i].length() - 1), segments[i]);
      }
    }
    return template.length == segments.length ? Optional.of(places) : Optional.empty();
  }

  /** The path without query and without a slash at its end. */
  public static String bare(String path) {
    int query = path.indexOf('?');
    String bare = query < 0 ? path : path.substring(0, query);
    return bare.length() > 1 && bare.endsWith("/") ? bare.substring(0, bare.length() - 1) : bare;
  }

  /** Whether a segment is a place for one. */
  public static boolean isPlace(String segment) {
    return segment.startsWith("{") && segment.endsWith("}");
  }

  private static String[] segments(String path) {
    return path.replaceAll("^/|/$", "").split("/", -1);
  }

  private static boolean isRest(String segment) {
    return segment.equals("**") || segment.startsWith("{*");
  }

  private static boolean fits(String template, String segment) {
    return isPlace(template) || template.equals(segment) || template.equals(decoded(segment));
  }

  private static String decoded(String segment) {
    try {
      return URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return segment; // a broken escape stays what it is: only a place takes it
    }
  }
}
