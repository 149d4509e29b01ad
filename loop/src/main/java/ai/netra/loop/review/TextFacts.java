package ai.netra.loop.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The facts that SQL, YAML, properties, scripts and other languages define, line by line. */
final class TextFacts {

  private static final Pattern TABLE =
      Pattern.compile("(?i)create table (?:if not exists )?[\"`]?([\\w.]+)");
  private static final Pattern COLUMN =
      Pattern.compile(
          "(?i)alter table [\"`]?(\\w+)[\"`]? add (?:column )?(?:if not exists )?[\"`]?(\\w+)");
  private static final Pattern ASSIGNED =
      Pattern.compile(
          "^\\s*(?:export |const |let |static |public |final |readonly )*[\"']?([A-Za-z][\\w.-]*)[\"']?\\s*(?::\\s*\\w+\\s*=|[:=])\\s*(.+?)\\s*[,;]?\\s*(?:\\s#.*|//.*)?$");
  private static final Pattern VARIABLE = Pattern.compile("[A-Z][A-Z0-9]*(_[A-Z0-9]+)+");
  private static final Pattern NUMBER =
      Pattern.compile("[0-9][0-9_]*L?(\\s*\\*\\s*[0-9][0-9_]*L?)*");
  private static final Pattern WORDS = Pattern.compile(".*([a-z][A-Z]|[A-Za-z][_-][A-Za-z]).*");
  private static final Pattern QUOTED = Pattern.compile("[\"'](.*)[\"']");

  private static final Pattern PARTS = Pattern.compile("[_.-]|(?<=[a-z])(?=[A-Z])");

  /** A name of so many words hardly means two things. */
  private static final int TELLING_WORDS = 3;

  /** Zero, one and two mean nothing of their own. */
  private static final long SMALLEST = 3;

  private TextFacts() {}

  static List<Fact> of(String path, String text) {
    List<Fact> facts = new ArrayList<>();
    int number = 0;
    for (String line : text.lines().toList()) {
      number++;
      if (path.endsWith(".sql")) {
        sql(path, line, number).ifPresent(facts::add);
      } else {
        assigned(path, line, number).ifPresent(facts::add);
      }
    }
    return facts;
  }

  private static Optional<Fact> sql(String path, String line, int number) {
    String module = path.substring(0, path.indexOf('/') + 1);
    Matcher table = TABLE.matcher(line);
    if (table.find()) {
      String name = table.group(1);
      return Optional.of(new Fact("table", module + name, Fact.normal(name), number));
    }
    Matcher column = COLUMN.matcher(line);
    return column.find()
        ? Optional.of(
            new Fact(
                "column",
                module + column.group(1) + "." + column.group(2),
                Fact.normal(column.group(2)),
                number))
        : Optional.empty();
  }

  private static Optional<Fact> assigned(String path, String line, int number) {
    Matcher matcher = ASSIGNED.matcher(line);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String name = matcher.group(1);
    String value = matcher.group(2);
    if (path.endsWith(".properties")) {
      return Optional.of(new Fact(Fact.KEY, path + " " + name, Fact.normal(name), number));
    }
    if (VARIABLE.matcher(name).matches() && !value.contains("$") && value.length() > 2) {
      return Optional.of(new Fact("variable", name + "=" + value, Fact.normal(name), number));
    }
    Matcher quoted = QUOTED.matcher(value);
    boolean isConstant = path.matches(".*\\.([cm]?[jt]sx?|py|go|kt)");
    return isConstant && quoted.matches()
        ? JavaFacts.text(quoted.group(1), number)
        : number(name, value, number);
  }

  /** A number with a name of several words; empty where it is no plain number. */
  static Optional<Fact> number(String name, String value, int line) {
    if (!NUMBER.matcher(value).matches() || !WORDS.matcher(name).matches()) {
      return Optional.empty();
    }
    long product = 1;
    for (String factor : value.split("\\*", -1)) {
      String digits = factor.strip().replace("_", "").replace("L", "");
      product = digits.length() > 15 ? 0 : product * Long.parseLong(digits);
    }
    String normal = Fact.normal(name);
    String kind = PARTS.split(name, -1).length < TELLING_WORDS ? Fact.SHORT_NUMBER : "number";
    return product < SMALLEST
        ? Optional.empty()
        : Optional.of(new Fact(kind, normal + "=" + product, normal, line));
  }
}
