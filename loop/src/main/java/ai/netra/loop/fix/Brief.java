package ai.netra.loop.fix;

import ai.netra.loop.fix.Fixers.Assignment;
import ai.netra.loop.project.Project.AuditSpec;
import ai.netra.loop.record.Cause.Edge;
import ai.netra.loop.record.Cause.Node;
import ai.netra.loop.record.Culprit;
import ai.netra.loop.record.Hunk;
import ai.netra.loop.record.TestRef;
import ai.netra.loop.workspace.WorkspaceFailure;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/**
 * All that an author is told: {@code brief.md} to read, the same facts as {@code assignment.json},
 * the minimal change as {@code change.patch}, the rules of the audit, and the evidence.
 */
final class Brief {

  private static final JsonMapper JSON =
      JsonMapper.builder().propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE).build();

  private final Assignment assignment;
  private final AuditSpec audit;

  Brief(Assignment assignment, AuditSpec audit) {
    this.assignment = assignment;
    this.audit = audit;
  }

  /** Writes the files into a folder, which is made, and returns the page to begin with. */
  Path write(Path folder, String task) {
    Path page = folder.resolve("brief.md");
    try {
      Files.createDirectories(folder.resolve("evidence"));
      Files.writeString(page, text(task));
      Files.writeString(folder.resolve("assignment.json"), JSON.writeValueAsString(assignment));
      Files.writeString(folder.resolve("change.patch"), patch());
      Files.writeString(folder.resolve("rubric.md"), rubric());
      for (var evidence : assignment.evidence().entrySet()) {
        Path file = folder.resolve("evidence").resolve(plain(evidence.getKey()));
        Files.writeString(file, evidence.getValue());
      }
      return page;
    } catch (IOException e) {
      throw new WorkspaceFailure(folder + ": the brief cannot be written: " + e.getMessage(), e);
    }
  }

  private static String plain(String name) {
    return name.replaceAll("[^A-Za-z0-9._-]", "_");
  }

  private String text(String task) {
    List<String> lines = new ArrayList<>();
    lines.add("# " + assignment.cluster().title());
    lines.add("");
    lines.add(task);
    section(lines, "Failing tests", tests());
    section(lines, "Root cause", List.of(assignment.cause().statement()));
    section(lines, "What is known", nodes());
    section(lines, "What was tried", edges());
    section(lines, "Culprit", List.of(culprit()));
    section(lines, "Paths", paths());
    section(lines, "Findings of the audits of earlier attempts", assignment.findings());
    section(lines, "Evidence", assignment.evidence().keySet().stream().sorted().toList());
    lines.add("");
    lines.add("The rules of the audit stand in rubric.md, the culprit's hunks in change.patch.");
    return String.join("\n", lines) + "\n";
  }

  private static void section(List<String> lines, String title, List<String> items) {
    lines.add("");
    lines.add("## " + title);
    lines.add("");
    lines.addAll(items.isEmpty() ? List.of("none") : items.stream().map(it -> "- " + it).toList());
  }

  private List<String> tests() {
    return assignment.cluster().tests().stream().map(Brief::test).toList();
  }

  private static String test(TestRef test) {
    return test.suite() + ": " + test.test();
  }

  private List<String> nodes() {
    return assignment.cause().nodes().stream().map(Brief::node).toList();
  }

  private static String node(Node node) {
    String kind = node.kind() == null ? "" : " (" + node.kind() + ")";
    return node.level().name().toLowerCase(Locale.ROOT) + ": " + node.text() + kind;
  }

  private List<String> edges() {
    return assignment.cause().edges().stream().map(Brief::edge).toList();
  }

  private static String edge(Edge edge) {
    return "%s: %s. Predicted: %s. Seen: %s."
        .formatted(
            edge.support().name().toLowerCase(Locale.ROOT),
            edge.claim(),
            edge.prediction(),
            edge.observed());
  }

  private String culprit() {
    Culprit culprit = assignment.culprit();
    String found = culprit.found().name().toLowerCase(Locale.ROOT);
    return culprit.commits().isEmpty()
        ? found + ": " + culprit.reason()
        : "%s %s: %s".formatted(found, String.join(" ", culprit.commits()), culprit.subject());
  }

  private List<String> paths() {
    return List.of(
        "may be written: " + String.join(", ", audit.allow()),
        "must not be written: " + String.join(", ", audit.deny()));
  }

  private String patch() {
    return assignment.minimal() == null
        ? ""
        : assignment.minimal().hunks().stream().map(Hunk::patch).collect(Collectors.joining());
  }

  private static String rubric() throws IOException {
    try (InputStream stream = Brief.class.getResourceAsStream("rubric.md")) {
      return new String(
          Objects.requireNonNull(stream, "rubric.md is part of this jar").readAllBytes(),
          StandardCharsets.UTF_8);
    }
  }
}
