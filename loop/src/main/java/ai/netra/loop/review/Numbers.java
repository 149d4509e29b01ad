package ai.netra.loop.review;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Compares numbers that have a name: constants, settings, arguments of named calls. */
final class Numbers {

  private static final String AMOUNT =
      "[\"']?(?<amount>[0-9][0-9_.]*(?:\\s*\\*\\s*[0-9_]+)*)\\s?(?<unit>[a-zA-Z]*)";

  /**
   * {@code NAME = 10}, {@code name: 10s}, {@code name(10)}, {@code NAME = Duration.ofSeconds(10)}.
   */
  private static final Pattern NAMED =
      Pattern.compile(
          "(?<name>[A-Za-z_][A-Za-z0-9_.-]*)[\"']?\\s*(?:[=:(]|=>)\\s*"
              + "(?:Duration\\.of(?<scale>\\w+)\\(|(?:new \\w+|\\w+\\.\\w+)\\()?"
              + AMOUNT);

  private static final Map<String, Double> SECONDS =
      Map.ofEntries(
          Map.entry("ms", 0.001),
          Map.entry("s", 1.0),
          Map.entry("m", 60.0),
          Map.entry("h", 3600.0),
          Map.entry("d", 86400.0),
          Map.entry("Millis", 0.001),
          Map.entry("Seconds", 1.0),
          Map.entry("Minutes", 60.0),
          Map.entry("Hours", 3600.0),
          Map.entry("Days", 86400.0),
          Map.entry("Nanos", 1e-9));

  private Numbers() {}

  /** A number that is not what it was. */
  record Raised(int line, String words) {}

  private record Named(double amount, int line, String text) {}

  /** Numbers whose name matches and that are larger than before and than on the base. */
  static List<Raised> raised(ChangedFile file, Pattern names) {
    return moved(file, names, 1);
  }

  /** The same for numbers that are smaller. */
  static List<Raised> lowered(ChangedFile file, Pattern names) {
    return moved(file, names, -1);
  }

  private static List<Raised> moved(ChangedFile file, Pattern names, int direction) {
    Map<String, List<Named>> before = in(file.before(), names);
    Map<String, List<Named>> base = in(file.base(), names);
    List<Raised> moved = new ArrayList<>();
    in(file.after(), names)
        .forEach(
            (name, numbers) -> {
              for (int i = 0; i < numbers.size(); i++) {
                Named now = numbers.get(i);
                if (beyond(now, i, before.get(name), direction)
                    && (!base.containsKey(name) || beyond(now, i, base.get(name), direction))) {
                  moved.add(new Raised(now.line(), now.text()));
                }
              }
            });
    return moved;
  }

  private static boolean beyond(Named now, int index, @Nullable List<Named> then, int direction) {
    return then != null
        && index < then.size()
        && direction * Double.compare(now.amount(), then.get(index).amount()) > 0;
  }

  private static Map<String, List<Named>> in(String text, Pattern names) {
    Map<String, List<Named>> found = new LinkedHashMap<>();
    int number = 0;
    for (String line : text.lines().toList()) {
      number++;
      Matcher matcher = NAMED.matcher(line);
      for (int at = 0; matcher.find(at); at = matcher.end("name")) {
        if (names.matcher(matcher.group("name")).find()) {
          add(found, matcher, number, line.strip());
        }
      }
    }
    return found;
  }

  private static void add(
      Map<String, List<Named>> found, Matcher matcher, int number, String line) {
    OptionalDouble amount = amount(matcher);
    if (amount.isPresent()) {
      found
          .computeIfAbsent(matcher.group("name"), _ -> new ArrayList<>())
          .add(new Named(amount.getAsDouble(), number, line));
    }
  }

  private static OptionalDouble amount(Matcher matcher) {
    String unit = matcher.group("scale") == null ? matcher.group("unit") : matcher.group("scale");
    double product = SECONDS.getOrDefault(unit, 1.0);
    for (String factor : matcher.group("amount").split("\\*", -1)) {
      String digits = factor.strip().replace("_", "");
      if (!digits.matches("[0-9]+(\\.[0-9]+)?")) {
        return OptionalDouble.empty();
      }
      product *= Double.parseDouble(digits);
    }
    return OptionalDouble.of(product);
  }
}
