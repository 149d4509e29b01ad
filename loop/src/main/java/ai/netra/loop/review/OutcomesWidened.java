package ai.netra.loop.review;

import ai.netra.loop.record.AuditScore.Finding;
import com.github.javaparser.ast.body.CallableDeclaration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** V07: a check of the same thing accepts more than before: statuses, tolerance, order, schema. */
record OutcomesWidened() implements Rule {

  private static final Pattern TOLERANCES =
      Pattern.compile(
          "(?i)^(within|withinPercentage|offset|withPercentage|tolerance|delta|epsilon|abs|rel|toBeCloseTo)$");

  /** Checks that name one outcome, and nothing else. */
  private static final Set<String> EXACT =
      Set.of(
          "isEqualTo",
          "assertEquals",
          "isSameAs",
          "hasSize",
          "containsExactly",
          "isTrue",
          "isFalse",
          "isZero",
          "isEmpty",
          "isNull",
          "hasValue",
          "isEqualByComparingTo",
          "assertTrue",
          "assertFalse");

  private static final List<Hint> SCHEMAS =
      List.of(Hint.of("\"additionalProperties\"\\s*:\\s*true", "more is allowed"));
  private static final Pattern REQUIRED =
      Pattern.compile("\"required\"|\"enum\"|\"pattern\"|\"const\"");

  @Override
  public String name() {
    return "V07";
  }

  @Override
  public List<Finding> look(Material material) {
    List<Finding> findings = new ArrayList<>();
    material
        .standing()
        .filter(file -> !file.isNew())
        .forEach(
            file -> {
              if (file.isOfTests()) {
                findings.addAll(inChecks(file, material.terms().assertions()));
                Numbers.raised(file, TOLERANCES)
                    .forEach(
                        it ->
                            findings.add(
                                fatal(file, it.line(), "more is tolerated: " + it.words())));
              }
              findings.addAll(inSchema(material, file));
            });
    return findings;
  }

  private List<Finding> inChecks(ChangedFile file, List<String> declared) {
    List<Finding> findings = new ArrayList<>();
    Map<String, CallableDeclaration<?>> after = Methods.of(file.unitAfter());
    Methods.of(file.unitBefore())
        .forEach(
            (name, before) -> {
              CallableDeclaration<?> now = after.get(name);
              if (now != null) {
                widened(Check.of(before, declared), Check.of(now, declared))
                    .forEach(
                        it ->
                            findings.add(fatal(file, it.line(), "more is accepted: " + it.text())));
              }
            });
    return findings;
  }

  private static List<Check> widened(List<Check> before, List<Check> after) {
    List<Check> gone = new ArrayList<>(before);
    gone.removeIf(check -> after.stream().anyMatch(it -> it.text().equals(check.text())));
    return after.stream()
        .filter(check -> before.stream().noneMatch(it -> it.text().equals(check.text())))
        .filter(check -> gone.stream().anyMatch(it -> isWider(it, check)))
        .toList();
  }

  private static boolean isWider(Check before, Check after) {
    boolean same =
        before.subject().equals(after.subject()) || after.subject().contains(before.subject());
    return same
        && EXACT.contains(before.kind())
        && (!EXACT.contains(after.kind()) || isEither(after));
  }

  private static boolean isEither(Check check) {
    return check.text().contains("||");
  }

  private List<Finding> inSchema(Material material, ChangedFile file) {
    if (!file.path().endsWith(".json") || !file.after().contains("\"$schema\"")) {
      return List.of();
    }
    List<Finding> findings = new ArrayList<>();
    Lines.inText(material, file, SCHEMAS)
        .forEach(it -> findings.add(fatal(file, it.line(), it.words())));
    file.removed().stream()
        .filter(line -> REQUIRED.matcher(line.text()).find())
        .filter(line -> !file.after().contains(line.text().strip()))
        .forEach(
            it -> findings.add(fatal(file, it.number(), "less is required: " + it.text().strip())));
    return findings;
  }
}
