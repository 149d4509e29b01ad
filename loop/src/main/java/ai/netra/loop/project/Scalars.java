package ai.netra.loop.project;

import java.util.List;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** The kinds of single values. */
final class Scalars {

  private static final String SECRET_SOURCE =
      "env:[A-Za-z_][A-Za-z0-9_]*|file:.+|command:.+|generated:[1-9][0-9]{0,3}";

  static final Shape TEXT = new Shape.Scalar("a text", Scalars::isText);
  static final Shape VALUE = new Shape.Scalar("a single value", node -> !isNull(node));
  static final Shape FLAG =
      new Shape.Scalar("true or false", node -> node.getTag().equals(Tag.BOOL));
  static final Shape COUNT = whole(0);
  static final Shape AT_LEAST_ONE = whole(1);
  static final Shape DECIMAL = matching("a number", "[0-9]{1,15}(\\.[0-9]{1,9})?");
  static final Shape DURATION =
      matching("a duration such as 500ms, 20s, 10m, 8h or 14d", "[0-9]{1,9}(ms|s|m|h|d)");
  static final Shape MONEY =
      matching("an amount such as 20 USD", "[0-9]{1,12}(\\.[0-9]{1,4})? [A-Z]{3}");
  static final Shape PERCENT = matching("a share such as 5%", "[0-9]{1,3}(\\.[0-9]{1,3})?%");
  static final Shape SIZE = matching("a size such as 16KiB", "[0-9]{1,9}(B|KiB|MiB|GiB)");
  static final Shape DAY = matching("a day such as 2030-01-31", "[0-9]{4}-[0-9]{2}-[0-9]{2}");
  static final Shape PORT = matching("'free' or a port from 1 to 65535", "free|" + ports());
  static final Shape URL =
      matching("an http or https URL", "https?://[A-Za-z0-9.:\\[\\]_-]+(/[^\\s]*)?");
  static final Shape NAME =
      matching("a name of letters, digits, '-' and '_'", "[A-Za-z0-9][A-Za-z0-9_-]{0,62}");
  static final Shape POINTER =
      matching("a JSON pointer such as /revision, or header:NAME", "(/.*)|(header:[A-Za-z0-9-]+)");

  static final Shape WRITE =
      matching("a write such as POST /orders", "(POST|PUT|PATCH|DELETE) /[^\\s]*");
  static final Shape READ = matching("a read such as GET /orders/{response:/id}", "GET /[^\\s]*");

  /** Somebody may have written the secret itself here, so what stands there is never shown. */
  static final Shape SECRET =
      new Shape.Scalar(
          "env:NAME, file:PATH, command:COMMAND or generated:BYTES",
          node -> node.getValue().matches(SECRET_SOURCE),
          true);

  private Scalars() {}

  /** One of some words. */
  static Shape word(String... words) {
    return matching(
        "one of " + String.join(", ", words),
        String.join("|", List.of(words).stream().map(Pattern::quote).toList()));
  }

  private static Shape whole(int least) {
    return new Shape.Scalar(
        "a whole number of at least " + least,
        node ->
            node.getValue().matches("[0-9]{1,9}") && Integer.parseInt(node.getValue()) >= least);
  }

  private static Shape matching(String expected, String pattern) {
    Pattern compiled = Pattern.compile(pattern);
    return new Shape.Scalar(expected, node -> compiled.matcher(node.getValue()).matches());
  }

  private static String ports() {
    return "[1-9][0-9]{0,3}|[1-5][0-9]{4}|6[0-4][0-9]{3}|65[0-4][0-9]{2}|655[0-2][0-9]|6553[0-5]";
  }

  private static boolean isText(ScalarNode node) {
    return node.getTag().equals(Tag.STR) && !node.getValue().isBlank();
  }

  private static boolean isNull(ScalarNode node) {
    return node.getTag().equals(Tag.NULL);
  }
}
