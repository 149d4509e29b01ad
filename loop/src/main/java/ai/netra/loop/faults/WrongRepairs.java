package ai.netra.loop.faults;

import ai.netra.loop.faults.Catalogue.Fault;
import ai.netra.loop.project.Project;
import ai.netra.loop.review.Review;
import ai.netra.loop.review.Review.Audited;
import ai.netra.loop.review.Review.Cause;
import ai.netra.loop.review.Review.Change;
import ai.netra.loop.review.Review.Terms;
import ai.netra.loop.workspace.Folders;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Shows the audit repairs that it must refuse, each by the rule that its name begins with. Rules
 * that need runs of both trees are not asked.
 *
 * @param healthy the tree without the fault
 * @param work a folder for what is thrown away
 */
record WrongRepairs(Project project, PatchedTrees trees, String healthy, Path work) {

  private static final Set<String> NEED_RUNS = Set.of("V08", "V09", "V23");

  /** The repairs that were not refused by their rule, each with what the audit said instead. */
  List<String> accepted(Fault fault) {
    List<Patch> asked = fault.wrong().stream().filter(it -> !NEED_RUNS.contains(rule(it))).toList();
    if (asked.isEmpty()) {
      return List.of();
    }
    Path folder = Folders.temporary(work, "audit");
    try {
      Path base = folder.resolve("base");
      trees.export(healthy, base);
      String faulty = applied(healthy, fault.inject());
      List<String> accepted = new ArrayList<>();
      for (Patch repair : asked) {
        Audited audited = audited(base, folder.resolve(repair.name()), faulty, repair);
        if (audited.approved() || !names(audited, rule(repair))) {
          accepted.add(repair.name() + ": " + audited.score() + ", " + audited.findings());
        }
      }
      return accepted;
    } finally {
      Folders.delete(folder);
    }
  }

  private Audited audited(Path base, Path folder, String faulty, Patch repair) {
    String candidate = applied(faulty, repair);
    trees.export(candidate, folder);
    Terms terms = Terms.of(project, Cause.UNKNOWN, repair.subject());
    return Review.staticPart(new Change(base, folder, trees.diff(faulty, candidate), terms));
  }

  private String applied(String tree, Patch patch) {
    return trees
        .with(tree, patch)
        .orElseThrow(() -> new Catalogue.Refused(patch.name() + " does not apply"));
  }

  private static boolean names(Audited audited, String rule) {
    return audited.findings().stream().anyMatch(finding -> finding.rule().equals(rule));
  }

  private static String rule(Patch repair) {
    return repair.name().split("-", 2)[0];
  }
}
