package ai.netra.e2e.support;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** The facts of an answer, and whether its prose holds a number that is none of them. */
public final class Facts {

  private static final Pattern CODE = Pattern.compile("`[^`]*`");
  private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
  private static final Pattern LIST_MARK = Pattern.compile("(?m)^\\s*\\d+\\. ");
  private static final Pattern NUMBER = Pattern.compile("-?\\d+(?: \\d{3})*(?:\\.\\d+)?");

  private final JsonNode facts;

  private Facts(JsonNode facts) {
    this.facts = facts;
  }

  /** The facts of a report or of an agent's result. */
  public static Facts of(JsonNode result) {
    return new Facts(result.at("/facts"));
  }

  /** The fact of this id alone. */
  public Facts only(String id) {
    return new Facts(
        Json.read(Json.write(all().filter(fact -> fact.at("/id").asString().equals(id)).toList())));
  }

  /** The value of a fact, which must be there. */
  public BigDecimal number(String name) {
    return all()
        .filter(fact -> fact.at("/name").asString().equals(name))
        .map(fact -> fact.at("/value").decimalValue())
        .findFirst()
        .orElseThrow(() -> new AssertionError("no fact " + name + " in " + facts));
  }

  /** Fails with every number of a text that renders no fact; dates and list marks are none. */
  public void holdEveryNumberOf(String text) {
    List<String> strangers = numbers(text).filter(number -> !rendered(number)).distinct().toList();
    if (!strangers.isEmpty()) {
      throw new AssertionError("numbers that are no facts: " + strangers + " in\n" + text);
    }
  }

  private Stream<JsonNode> all() {
    return StreamSupport.stream(facts.spliterator(), false);
  }

  private static Stream<String> numbers(String text) {
    String prose = CODE.matcher(text).replaceAll(" ");
    String plain = LIST_MARK.matcher(DATE.matcher(prose).replaceAll(" ")).replaceAll(" ");
    return NUMBER.matcher(plain).results().map(match -> match.group());
  }

  private boolean rendered(String number) {
    BigDecimal value = new BigDecimal(number.replace(" ", ""));
    return all().anyMatch(fact -> renders(fact, number, value));
  }

  private static boolean renders(JsonNode fact, String number, BigDecimal value) {
    JsonNode told = fact.at("/value");
    if (!told.isNumber()) {
      return numbers(told.asString()).anyMatch(number::equals);
    }
    BigDecimal exact = told.decimalValue();
    BigDecimal shown =
        fact.at("/unit").asString().equals("ratio") ? exact.movePointRight(2) : exact;
    return shown.setScale(value.scale(), RoundingMode.HALF_EVEN).compareTo(value) == 0;
  }
}
