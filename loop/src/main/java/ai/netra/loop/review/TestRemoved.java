package ai.netra.loop.review;

import ai.netra.loop.record.AuditScore.Finding;
import com.github.javaparser.ast.body.CallableDeclaration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** V01: a test is gone, empty, or where nobody discovers it. */
record TestRemoved() implements Rule {

  /** A test of a language that is not parsed: {@code def test_x} or {@code it("x"}. */
  private static final Pattern NAMED =
      Pattern.compile("\\bdef (test_\\w+)|\\b(?:it|test)\\(\\s*[\"'`]([^\"'`]+)[\"'`]");

  @Override
  public String name() {
    return "V01";
  }

  @Override
  public List<Finding> look(Material material) {
    List<Finding> findings = new ArrayList<>();
    for (ChangedFile file : material.changed()) {
      if (file.isOfTests() && !file.isAsOnBase() && !file.isNew()) {
        findings.addAll(file.isJava() ? inJava(file) : inOthers(file));
      }
    }
    return findings;
  }

  private List<Finding> inJava(ChangedFile file) {
    if (file.unitAfter().isEmpty() && !file.isGone()) {
      return List.of(fatal(file, 1, "it is no Java any more: no test of it can be found"));
    }
    List<Finding> findings = new ArrayList<>();
    Map<String, CallableDeclaration<?>> after = Methods.of(file.unitAfter());
    Methods.of(file.unitBefore())
        .forEach(
            (name, before) -> {
              if (Methods.isTest(before)) {
                lost(name, before, after).ifPresent(why -> findings.add(fatal(file, 1, why)));
              }
            });
    return findings;
  }

  private static Optional<String> lost(
      String name, CallableDeclaration<?> before, Map<String, CallableDeclaration<?>> all) {
    CallableDeclaration<?> after = all.get(name);
    if (after == null) {
      return Optional.of("the test " + name + " is gone");
    }
    if (!Methods.isTest(after) || (after.isPrivate() && !before.isPrivate())) {
      return Optional.of("the test " + name + " is no longer discovered");
    }
    return isEmpty(after) && !isEmpty(before)
        ? Optional.of("the test " + name + " is empty")
        : Optional.empty();
  }

  private static boolean isEmpty(CallableDeclaration<?> method) {
    return Methods.body(method).map(body -> body.getStatements().isEmpty()).orElse(true);
  }

  private List<Finding> inOthers(ChangedFile file) {
    Set<String> after = names(file.after());
    return names(file.before()).stream()
        .filter(name -> !after.contains(name))
        .sorted()
        .map(name -> fatal(file, 1, "the test " + name + " is gone"))
        .toList();
  }

  private static Set<String> names(String text) {
    Function<MatchResult, String> name = it -> it.group(1) == null ? it.group(2) : it.group(1);
    return NAMED.matcher(text).results().map(name).collect(Collectors.toSet());
  }
}
