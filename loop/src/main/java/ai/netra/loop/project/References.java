package ai.netra.loop.project;

import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Resolves the references ({@code ${port:http}}) in a text of {@code netra.yaml}. */
public final class References {

  static final Pattern REFERENCE = Pattern.compile("\\$\\{([^}]*)}");

  private References() {}

  /**
   * Replaces every reference by its value.
   *
   * @param values by what stands between the braces, such as {@code port:http}
   * @throws IllegalArgumentException when a reference has no value here; the message names both
   */
  public static String resolve(String text, Map<String, String> values) {
    return REFERENCE
        .matcher(text)
        .replaceAll(reference -> Matcher.quoteReplacement(value(reference, text, values)));
  }

  /** What stands between the braces of each reference, in order. */
  public static List<String> names(String text) {
    return REFERENCE.matcher(text).results().map(reference -> reference.group(1)).toList();
  }

  private static String value(MatchResult reference, String text, Map<String, String> values) {
    String value = values.get(reference.group(1));
    if (value == null) {
      throw new IllegalArgumentException(
          "reference " + reference.group() + ": has no value here, in '" + text + "'");
    }
    return value;
  }
}
