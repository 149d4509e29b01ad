package ai.netra.backend.agents;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How a normalised question supposes a change. Rules are tried in their order. */
final class SuppositionGrammar {

  private static final String PERCENT = "(?<number>" + SpokenNumber.PATTERN + ")\\s*(?:%|percent)";
  private static final String UP = "(?:rises?|increases?|grows?|goes up|is raised|went up)";
  private static final String DOWN =
      "(?:falls?|drops?|decreases?|declines?|shrinks?|goes down|is cut|went down)";
  private static final String USE = "(?:usage|traffic|volume|requests|load)\\s+";
  private static final String PRICE = "prices? (?:of|for) " + name("model") + "\\s+";
  private static final String NEAR = "[^.;%0-9]{0,20}";
  private static final String LIMIT =
      "(?:under|below|less than|within)\\s*(?<number>"
          + SpokenNumber.PATTERN
          + ")\\s*(?<unit>ms|milliseconds?|s|seconds?)(?![\\p{L}])";
  private static final String MOVE = "(?:swap|replace|exchange|move|switch|change) ";

  /** In the order in which they are tried; what one takes the next does not see. */
  static final List<Rule> RULES =
      List.of(
          rule(
              PRICE + UP + NEAR + PERCENT,
              (found, names) -> SuppositionReadings.price(found, names, 1)),
          rule(
              PRICE + DOWN + NEAR + PERCENT,
              (found, names) -> SuppositionReadings.price(found, names, -1)),
          rule(PRICE + "(?<times>doubles|triples|halves)", SuppositionReadings::priceTimes),
          rule(
              name("model")
                  + " (?:gets|becomes|is|were|was) "
                  + PERCENT
                  + " (?:dearer|more expensive)",
              (found, names) -> SuppositionReadings.price(found, names, 1)),
          rule(
              name("model")
                  + " (?:gets|becomes|is|were|was) "
                  + PERCENT
                  + " (?:cheaper|less expensive)",
              (found, names) -> SuppositionReadings.price(found, names, -1)),
          rule(USE + UP + NEAR + PERCENT, (found, _) -> SuppositionReadings.growth(found, 1)),
          rule(USE + DOWN + NEAR + PERCENT, (found, _) -> SuppositionReadings.growth(found, -1)),
          rule(USE + "(?<times>doubles|triples|halves)", SuppositionReadings::growthTimes),
          rule(
              "grow(?:s|th)?[^.;%0-9]{0,30}" + PERCENT,
              (found, _) -> SuppositionReadings.growth(found, 1)),
          rule(
              MOVE
                  + name("feature")
                  + " (?:from|off) "
                  + name("from")
                  + " (?:to|onto) "
                  + name("to"),
              SuppositionReadings::swapOf),
          rule(
              MOVE + "(?:from )?" + name("from") + " (?:to|for|by|with|onto) " + name("to"),
              SuppositionReadings::swap),
          rule(
              name("feature") + " (?:must|should|has to|needs? to|had to)[^.;0-9]{0,20}" + LIMIT,
              SuppositionReadings::boundOf),
          rule(LIMIT, (found, _) -> SuppositionReadings.bound(found, null)),
          rule(
              "quality[^.;%0-9]{0,30}(?:at least|above|over|not below|floor of)\\s*(?<number>"
                  + SpokenNumber.PATTERN
                  + ")(?<percent>\\s*(?:%|percent))?",
              (found, _) -> SuppositionReadings.floor(found)),
          rule(
              "cach(?:e|es|ed|ing)[^.;0-9]{0,40}?\\b(?<number>[0-9]+|an?|one)\\s*"
                  + "(?<unit>s(?:econds?)?|m(?:in(?:utes?)?)?|h(?:ours?)?|d(?:ays?)?)(?![\\p{L}])",
              (found, _) -> SuppositionReadings.lifetime(found)),
          rule(
              "(?:drop|remove|retire|switch off|turn off|shut down|stop) (?:the )?(?:feature )?"
                  + name("feature"),
              (found, names) -> names.feature(found.group("feature")).map(Change.Drop::new)));

  private SuppositionGrammar() {}

  /** Makes a change of what was found, or nothing where a name or number has no reading. */
  interface Reading {
    Optional<? extends Change> of(Matcher found, KnownNames names);
  }

  record Rule(Pattern pattern, Reading reading) {}

  private static Rule rule(String pattern, Reading reading) {
    return new Rule(Pattern.compile("(?<![\\p{L}\\p{N}])(?:" + pattern + ")"), reading);
  }

  /** A word that may be a name, after an article. */
  private static String name(String group) {
    return "(?:the )?[`'\"]?(?<"
        + group
        + ">[\\p{L}\\p{N}](?:[\\p{L}\\p{N}._:/@-]*[\\p{L}\\p{N}])?)[`'\"]?";
  }
}
