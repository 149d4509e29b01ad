package ai.netra.loop.review;

import ai.netra.loop.record.AuditScore.Finding;
import com.github.javaparser.ast.body.CallableDeclaration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** V02: an assertion of a test or of its support is gone, another one, or no longer reached. */
record AssertionWeakened() implements Rule {

  private static final Pattern ASSERTS =
      Pattern.compile(
          "^\\s*assert\\b|\\bself\\.assert\\w+\\(|\\bexpect\\(.*\\)\\.|\\bassert\\w*[.(]");

  @Override
  public String name() {
    return "V02";
  }

  @Override
  public List<Finding> look(Material material) {
    List<Finding> findings = new ArrayList<>();
    List<String> declared = material.terms().assertions();
    for (ChangedFile file : material.changed()) {
      if (file.isOfTests() && !file.isAsOnBase() && !file.isNew()) {
        findings.addAll(file.isJava() ? inJava(file, declared) : inOthers(file));
      }
    }
    return findings;
  }

  private List<Finding> inJava(ChangedFile file, List<String> declared) {
    List<Finding> findings = new ArrayList<>();
    Map<String, CallableDeclaration<?>> after = Methods.of(file.unitAfter());
    Methods.of(file.unitBefore())
        .forEach(
            (name, before) -> {
              CallableDeclaration<?> now = after.get(name);
              List<Check> kept = now == null ? List.of() : Check.of(now, declared);
              findings.addAll(lost(file, name, Check.of(before, declared), kept));
            });
    return findings;
  }

  private List<Finding> lost(ChangedFile file, String name, List<Check> before, List<Check> after) {
    List<Finding> findings = new ArrayList<>();
    List<Check> left = new ArrayList<>(after);
    for (Check check : before) {
      Check same =
          left.stream().filter(it -> it.text().equals(check.text())).findFirst().orElse(null);
      if (same == null) {
        findings.add(fatal(file, check.line(), "gone or changed in " + name + ": " + check.text()));
      } else if (same.detours() > check.detours()) {
        findings.add(
            fatal(file, same.line(), "may not be reached in " + name + ": " + check.text()));
      }
      left.remove(same);
    }
    return findings;
  }

  private List<Finding> inOthers(ChangedFile file) {
    List<String> after = file.after().lines().map(String::strip).toList();
    return file.removed().stream()
        .filter(line -> ASSERTS.matcher(line.text()).find())
        .filter(line -> !after.contains(line.text().strip()))
        .map(line -> fatal(file, line.number(), "gone or changed: " + line.text().strip()))
        .toList();
  }
}
