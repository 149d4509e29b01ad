package ai.netra.backend.agents;

import ai.netra.backend.agents.Constraints.Kind;
import ai.netra.backend.agents.Constraints.Stated;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds in a normalised question what it wants kept or reached; what is left over is told. */
final class ConstraintGrammar {

  private static final String NUMBER = "[0-9][0-9 .,]*[0-9]|[0-9]";
  private static final String REDUCE = "(?:cut|reduce|lower|save|decrease|minus|[-−])";
  private static final Map<Kind, Pattern> RULES = new LinkedHashMap<>();
  private static final Pattern ANY_NUMBER = Pattern.compile("(?<![\\p{L}\\p{N}/._-])" + NUMBER);

  static {
    rule(Kind.SAVING, REDUCE + "[^.;%0-9]{0,40}(?:" + NUMBER + ")\\s*(?:%|percent)");
    rule(
        Kind.GROWTH, "(?:\\+\\s*|grow(?:s|th)?[^.;%0-9]{0,30})(?:" + NUMBER + ")\\s*(?:%|percent)");
    rule(
        Kind.BUDGET,
        "(?:[$€]\\s*(?:"
            + NUMBER
            + ")|(?:"
            + NUMBER
            + ")\\s*(?:usd|dollars))"
            + "(?:\\s*(?:a|per|/)\\s*(?:month|day|week|year))?");
    rule(
        Kind.LATENCY,
        "(?:under|below|less than|within)\\s*(?:"
            + NUMBER
            + ")\\s*(?:ms|s|seconds?|milliseconds?)"
            + "|(?:"
            + NUMBER
            + ")\\s*x faster");
    rule(Kind.KEEP_LATENCY, "without (?:slowing|delaying)(?: down)? [\\p{L}\\p{N}_-]+");
    rule(
        Kind.KEEP_QUALITY,
        "(?:no|without) (?:loss of |losing |worse |lower )?quality|keep (?:the )?quality");
    rule(Kind.PROVIDERS, "only (?:in |on |with )?[\\p{L}\\p{N}_/-]+|without batch");
  }

  private ConstraintGrammar() {}

  private static void rule(Kind kind, String pattern) {
    RULES.put(kind, Pattern.compile(pattern));
  }

  /** What was stated, and the numbers that no rule took. */
  static Heard read(String text) {
    List<Stated> stated = new ArrayList<>();
    String rest = text;
    for (Map.Entry<Kind, Pattern> rule : RULES.entrySet()) {
      Matcher matcher = rule.getValue().matcher(rest);
      StringBuilder left = new StringBuilder();
      while (matcher.find()) {
        stated.add(new Stated(rule.getKey(), matcher.group().strip()));
        matcher.appendReplacement(left, " ");
      }
      rest = matcher.appendTail(left).toString();
    }
    return new Heard(
        new Constraints(stated),
        ANY_NUMBER.matcher(rest).results().toList().stream()
            .map(result -> result.group().strip())
            .toList());
  }

  /** Constraints, and numbers left over. */
  record Heard(Constraints constraints, List<String> leftover) {}
}
