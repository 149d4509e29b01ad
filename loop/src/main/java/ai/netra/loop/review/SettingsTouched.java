package ai.netra.loop.review;

import ai.netra.loop.record.AuditScore.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** V11: what decides about a fix was changed by it: the loop's settings, pipelines, tests. */
record SettingsTouched() implements Rule {

  @Override
  public String name() {
    return "V11";
  }

  @Override
  public List<Finding> look(Material material) {
    List<Finding> findings = new ArrayList<>();
    for (ChangedFile file : material.changed()) {
      if (!file.isAsOnBase()) {
        problem(file).ifPresent(why -> findings.add(fatal(file, firstLine(file), why)));
      }
    }
    return findings;
  }

  private static Optional<String> problem(ChangedFile file) {
    return switch (file.role()) {
      case SETTINGS ->
          ServiceKeys.onlyPutBack(file)
              ? Optional.empty()
              : Optional.of("it decides about fixes; no fix may change it");
      case TEST -> Firewall.breach(file);
      case SUPPORT ->
          Roles.runsTests(file.path())
              ? Optional.of("it settles how tests run; no fix may change it")
              : Optional.empty();
      case PRODUCT, OTHER -> Optional.empty();
    };
  }

  private static int firstLine(ChangedFile file) {
    return file.added().stream().findFirst().map(Line::number).orElse(1);
  }
}
