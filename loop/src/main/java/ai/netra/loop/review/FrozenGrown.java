package ai.netra.loop.review;

import ai.netra.loop.record.AuditScore.Finding;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** V14: a list of violations that may only shrink has grown. */
record FrozenGrown() implements Rule {

  private static final Pattern LISTS =
      Pattern.compile(
          "(.*/)?(ratchets?|archunit_store|frozen)/.*|(.*/)?[\\w-]*baseline\\.(xml|json|txt|ya?ml)");
  private static final Pattern COUNTED = Pattern.compile("^(\\d+)\\s+(\\S.*)$");

  @Override
  public String name() {
    return "V14";
  }

  @Override
  public List<Finding> look(Material material) {
    return material
        .standing()
        .filter(file -> LISTS.matcher(file.path()).matches())
        .flatMap(
            file ->
                grown(file)
                    .map(
                        it ->
                            fatal(
                                file,
                                it.number(),
                                "a list that may only shrink has grown: " + it.text())))
        .toList();
  }

  private static Stream<Line> grown(ChangedFile file) {
    Map<String, Long> before = counts(file.before());
    return file.added().stream()
        .filter(line -> !line.isBlank())
        .filter(line -> count(line.text()) > before.getOrDefault(key(line.text()), 0L));
  }

  private static Map<String, Long> counts(String text) {
    Map<String, Long> counts = new HashMap<>();
    text.lines().forEach(line -> counts.put(key(line), count(line)));
    return counts;
  }

  private static String key(String line) {
    Matcher counted = COUNTED.matcher(line.strip());
    return counted.matches() ? counted.group(2) : line.strip();
  }

  private static long count(String line) {
    Matcher counted = COUNTED.matcher(line.strip());
    return counted.matches() ? Long.parseLong(counted.group(1)) : 1;
  }
}
