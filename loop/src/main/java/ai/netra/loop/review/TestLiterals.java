package ai.netra.loop.review;

import ai.netra.loop.review.Lines.Found;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The values that tests send and that nothing else on the base knows. */
final class TestLiterals {

  private static final int SHORTEST = 4;

  private static final Pattern LITERAL =
      Pattern.compile("\"((?:[^\"\\\\]|\\\\.)++)\"|'((?:[^'\\\\]|\\\\.)++)'|\\b([0-9]{4,})L?\\b");

  /** Something is compared, looked up or switched over. */
  private static final Pattern DECIDES =
      Pattern.compile(
          "\\.(equals|equalsIgnoreCase|contentEquals|contains|containsKey|startsWith|endsWith|matches"
              + "|includes|indexOf|hashCode|getOrDefault|remove|get|test|find)\\(|[=!]==?|\\bcase\\b|\\bin\\b"
              + "|(Set|List|Map)\\.of(Entries)?\\(|Pattern\\.compile\\(|\\bwhen\\b");

  private final Material material;
  private final Lazy<Set<String>> ofTests;

  TestLiterals(Material material) {
    this.material = material;
    this.ofTests = new Lazy<>(this::read);
  }

  /** Fresh lines of a file of the product that such a value decides in. */
  Stream<Found> decidedBy(ChangedFile file, List<Line> fresh) {
    return fresh.stream()
        .filter(line -> file.code().containsKey(line.number()))
        .filter(line -> DECIDES.matcher(line.text()).find())
        .flatMap(
            line ->
                literals(line.text())
                    .filter(ofTests.get()::contains)
                    .filter(this::isUnknownElsewhere)
                    .map(value -> new Found(line.number(), value)));
  }

  private Set<String> read() {
    Set<String> values = new HashSet<>();
    for (Content tree : List.of(material.base(), material.candidate())) {
      for (String path : tree.paths()) {
        if (material.roles().isSuite(path)) {
          tree.text(path).ifPresent(text -> literals(text).forEach(values::add));
        }
      }
    }
    return values;
  }

  private static Stream<String> literals(String text) {
    return LITERAL
        .matcher(text)
        .results()
        .map(TestLiterals::value)
        .filter(it -> it.length() >= SHORTEST);
  }

  private static String value(MatchResult match) {
    for (int group = 1; group < match.groupCount(); group++) {
      if (match.group(group) != null) {
        return match.group(group);
      }
    }
    return match.group(match.groupCount());
  }

  /** What the base's product, contract or documents hold is part of what was agreed. */
  private boolean isUnknownElsewhere(String value) {
    List<String> known = new ArrayList<>(material.base().paths());
    known.removeIf(material.roles()::isSuite);
    return known.stream().noneMatch(path -> material.base().text(path).orElse("").contains(value));
  }
}
