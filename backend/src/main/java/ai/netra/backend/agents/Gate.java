package ai.netra.backend.agents;

import ai.netra.contract.report.Fact;
import ai.netra.contract.report.Quantity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Checks a finished text: each number renders a fact, each name is known. */
final class Gate {

  private static final Pattern NUMBER = Pattern.compile("\\d+(?: \\d{3})*(?:\\.\\d+)?");
  private static final Pattern DATE = Pattern.compile("(?<!\\d)\\d{4}-\\d{2}-\\d{2}(?!\\d)");
  private static final Pattern LIST_MARK = Pattern.compile("(?m)^\\d+\\. ");
  private static final Pattern CODE = Pattern.compile("`[^`]*`");

  private final Set<String> numbers = new HashSet<>();
  private final Set<String> names = new HashSet<>();
  private final List<String> longestNames;

  /**
   * @param names what a text may show as code
   */
  Gate(List<Fact> facts, Set<String> names) {
    facts.forEach(fact -> take(Quantity.of(fact).render()));
    names.forEach(name -> this.names.add(Markdown.code(name)));
    this.longestNames =
        this.names.stream().sorted(Comparator.comparingInt(String::length).reversed()).toList();
  }

  /** Names of the checks that the text fails. */
  List<String> failed(String text) {
    List<String> failed = new ArrayList<>();
    String rest = text;
    for (String name : longestNames) {
      rest = rest.replace(name, " ");
    }
    if (CODE.matcher(rest).find()) {
      failed.add("names");
    }
    rest = LIST_MARK.matcher(DATE.matcher(rest).replaceAll(" ")).replaceAll(" ");
    Matcher matcher = NUMBER.matcher(rest);
    while (matcher.find()) {
      if (!numbers.contains(matcher.group())) {
        failed.add("numbers");
        return failed;
      }
    }
    return failed;
  }

  private void take(String rendering) {
    Matcher matcher = NUMBER.matcher(DATE.matcher(rendering).replaceAll(" "));
    while (matcher.find()) {
      numbers.add(matcher.group());
    }
  }
}
