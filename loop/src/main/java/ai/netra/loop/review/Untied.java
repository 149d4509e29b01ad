package ai.netra.loop.review;

import ai.netra.loop.record.AuditScore.Finding;
import java.util.ArrayList;
import java.util.List;

/** V20: files that have nothing to do with the cause, or more lines than a fix needs. */
record Untied() implements Rule {

  private static final int COST = 10;
  private static final int CAP = 20;

  /** A fix that writes more is hard to judge. */
  private static final int MOST_LINES = 200;

  @Override
  public String name() {
    return "V20";
  }

  @Override
  public int cap() {
    return CAP;
  }

  @Override
  public List<Finding> look(Material material) {
    if (!material.terms().cause().isKnown()) {
      return List.of();
    }
    List<Finding> findings = new ArrayList<>();
    List<ChangedFile> judged =
        material.changed().stream().filter(it -> !it.isAsOnBase() && !isNewTest(it)).toList();
    judged.stream()
        .filter(file -> !Ties.has(material.terms().cause(), file))
        .forEach(file -> findings.add(costs(COST, file, 1, "it has no tie to the cause")));
    int lines = judged.stream().mapToInt(it -> it.added().size() + it.removed().size()).sum();
    if (lines > MOST_LINES) {
      findings.add(
          costs(
              COST,
              judged.getFirst(),
              1,
              lines + " lines are written, a fix needs at most " + MOST_LINES));
    }
    return findings;
  }

  private static boolean isNewTest(ChangedFile file) {
    return file.isOfTests() && file.removed().isEmpty();
  }
}
