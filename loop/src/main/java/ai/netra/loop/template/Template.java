package ai.netra.loop.template;

import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A message without what varies from one line to the next: tokens that hold a digit, a path, an
 * address or a quoted text stand as {@code <*>}, as before the tree of Drain (He et al. 2017).
 *
 * @param text the masked message
 */
public record Template(String text) {

  private static final String MASK = "<*>";
  private static final int LONGEST = 400;
  private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"|'[^' ][^']*'(?![A-Za-z])");

  /** Digits, paths, addresses; a name with dots, as of a class, is none. */
  private static final Pattern VARIES = Pattern.compile(".*[0-9].*|.*/.*|.*@.*|.*=.+|[A-Fa-f]{8,}");

  /** The template of the first line of a message. */
  public static Template of(String message) {
    String line = message.lines().findFirst().orElse("").strip();
    String plain = QUOTED.matcher(line).replaceAll(MASK);
    String masked =
        Arrays.stream(plain.split("\\s+", -1))
            .map(Template::masked)
            .collect(Collectors.joining(" "));
    return new Template(masked.substring(0, Math.min(LONGEST, masked.length())));
  }

  private static String masked(String token) {
    if (!VARIES.matcher(token).matches()) {
      return token;
    }
    int end = token.length();
    while (end > 0 && ":;,.)]".indexOf(token.charAt(end - 1)) >= 0) {
      end--;
    }
    return MASK + token.substring(end);
  }
}
