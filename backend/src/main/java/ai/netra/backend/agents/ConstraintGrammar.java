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

  private static final String NUMBER = SpokenNumber.PATTERN;
  private static final String REDUCE = "(?:cut|reduce|lower|save|decrease|minus|[-−])";
  private static final Map<Kind, Pattern> RULES = new LinkedHashMap<>();
  private static final Pattern ANY_NUMBER = Pattern.compile("(?<![\\p{L}\\p{N}/._-])" + NUMBER);

  static {
    rule(Kind.SAVING, REDUCE + "[^.;%0-9]{0,40}(" + NUMBER + ")\\s*(?:%|percent)");
    rule(Kind.GROWTH, "(?:\\+\\s*|grow(?:s|th)?[^.;%0-9]{0,30})(" + NUMBER + ")\\s*(?:%|percent)");
    rule(
        Kind.BUDGET,
        "(?:[$]\\s*(NUMBER)|(NUMBER)\\s*(?:usd|dollars))(?:\\s*(?:a|per|/)\\s*(month|day|week|year))?"
            .replace("NUMBER", NUMBER));
    rule(
        Kind.LATENCY,
        "(?:under|below|less than|within)\\s*("
            + NUMBER
            + ")\\s*(ms|milliseconds?|s|seconds?)(?![\\p{L}])");
    rule(Kind.KEEP_LATENCY, "without (?:slowing|delaying)(?: down)? (?:the )?([\\p{L}\\p{N}_-]+)");
    rule(
        Kind.KEEP_QUALITY,
        "(?:no|without) (?:loss of |losing |worse |lower )?quality|keep (?:the )?quality");
    rule(Kind.WITHOUT, "without (?:the )?(batch|routing|retries|(?:response )?cach(?:e|ing))");
    rule(Kind.ONLY, "only (?:in |on |with |at |from )?([\\p{L}\\p{N}_-]+)");
  }

  private ConstraintGrammar() {}

  private static void rule(Kind kind, String pattern) {
    RULES.put(kind, Pattern.compile(pattern));
  }

  /** What was stated, and the numbers that no rule took. */
  static Heard read(String text) {
    List<Stated> stated = new ArrayList<>();
    List<List<String>> groups = new ArrayList<>();
    String rest = text;
    for (Map.Entry<Kind, Pattern> rule : RULES.entrySet()) {
      Matcher matcher = rule.getValue().matcher(rest);
      StringBuilder left = new StringBuilder();
      while (matcher.find()) {
        stated.add(new Stated(rule.getKey(), matcher.group().strip()));
        groups.add(groups(matcher));
        matcher.appendReplacement(left, " ");
      }
      rest = matcher.appendTail(left).toString();
    }
    return new Heard(
        stated,
        groups,
        ANY_NUMBER.matcher(rest).results().toList().stream()
            .map(result -> result.group().strip())
            .toList());
  }

  private static List<String> groups(Matcher matcher) {
    List<String> groups = new ArrayList<>();
    for (int i = 1; i <= matcher.groupCount(); i++) {
      if (matcher.group(i) != null) {
        groups.add(matcher.group(i));
      }
    }
    return groups;
  }

  /**
   * What was heard.
   *
   * @param groups of each, the parts that carry its meaning: number, period, unit, name
   * @param leftover numbers that no rule took
   */
  record Heard(List<Stated> stated, List<List<String>> groups, List<String> leftover) {}
}
