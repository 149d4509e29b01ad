package ai.netra.loop.review;

import ai.netra.loop.record.AuditScore.Finding;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** V18: a dependency that neither the files before nor the base declare, and nobody approved. */
record DependencyAdded() implements Rule {

  private static final int COST = 15;

  private static final Pattern MAVEN =
      Pattern.compile(
          "(?s)<(?:dependency|plugin|extension)>(.*?)</(?:dependency|plugin|extension)>");
  private static final Pattern GROUP = Pattern.compile("<groupId>\\s*([^<\\s]+)");
  private static final Pattern ARTIFACT = Pattern.compile("<artifactId>\\s*([^<\\s]+)");
  private static final Pattern NODE_BLOCK =
      Pattern.compile("(?s)\"(?:dev|peer|optional)?[dD]ependencies\"\\s*:\\s*\\{(.*?)\\}");
  private static final Pattern NODE_NAME = Pattern.compile("\"([^\"]+)\"\\s*:");
  private static final Pattern PYTHON =
      Pattern.compile("(?m)^\\s*[\"']?([A-Za-z][A-Za-z0-9._-]*)\\s*(?:[=<>~!]=|\\[|@ |$)");
  private static final Pattern GRADLE =
      Pattern.compile(
          "(?:implementation|api|compileOnly|runtimeOnly|testImplementation)\\W+[\"']([^:\"']+:[^:\"']+)");
  private static final Pattern GO =
      Pattern.compile("(?m)^\\s*(?:require\\s+)?([a-z0-9.-]+\\.[a-z]+/\\S+)\\s+v");

  @Override
  public String name() {
    return "V18";
  }

  @Override
  public List<Finding> look(Material material) {
    List<Finding> findings = new ArrayList<>();
    Set<String> known = new LinkedHashSet<>();
    material.changed().forEach(it -> known.addAll(names(it.path(), it.before())));
    material.standing().forEach(file -> findings.addAll(in(file, known)));
    return findings;
  }

  private List<Finding> in(ChangedFile file, Set<String> known) {
    Set<String> added = names(file.path(), file.after());
    added.removeAll(known);
    added.removeAll(names(file.path(), file.base()));
    return added.stream()
        .map(it -> costs(COST, file, line(file, it), "a new dependency without approval: " + it))
        .toList();
  }

  private static int line(ChangedFile file, String name) {
    String last = name.substring(name.lastIndexOf(':') + 1);
    return file.added().stream()
        .filter(line -> line.text().contains(last))
        .findFirst()
        .map(Line::number)
        .orElse(1);
  }

  private static Set<String> names(String path, String text) {
    String file = path.substring(path.lastIndexOf('/') + 1);
    return switch (file) {
      case "pom.xml" -> maven(text);
      case "package.json" -> node(text);
      case "go.mod" -> all(GO, text);
      default -> {
        if (file.endsWith(".gradle") || file.endsWith(".gradle.kts")) {
          yield all(GRADLE, text);
        }
        yield file.matches("requirements.*\\.txt") ? all(PYTHON, text) : new LinkedHashSet<>();
      }
    };
  }

  private static Set<String> maven(String text) {
    Set<String> names = new LinkedHashSet<>();
    for (MatchResult block : MAVEN.matcher(text).results().toList()) {
      Matcher group = GROUP.matcher(block.group(1));
      Matcher artifact = ARTIFACT.matcher(block.group(1));
      if (artifact.find()) {
        names.add(
            (group.find() ? group.group(1) : "org.apache.maven.plugins") + ":" + artifact.group(1));
      }
    }
    return names;
  }

  private static Set<String> node(String text) {
    Set<String> names = new LinkedHashSet<>();
    NODE_BLOCK.matcher(text).results().forEach(it -> names.addAll(all(NODE_NAME, it.group(1))));
    return names;
  }

  private static Set<String> all(Pattern pattern, String text) {
    Set<String> names = new LinkedHashSet<>();
    pattern.matcher(text).results().forEach(it -> names.add(it.group(1)));
    return names;
  }
}
