package ai.netra.loop.fix;

import ai.netra.loop.fix.Fixers.Assignment;
import ai.netra.loop.fix.Fixers.Attempted;
import ai.netra.loop.project.Project.FixerSpec;
import ai.netra.loop.record.Culprit;
import ai.netra.loop.record.Hunk;
import ai.netra.loop.record.Minimal;
import ai.netra.loop.workspace.Changes;
import ai.netra.loop.workspace.Changes.Past;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Takes the hunks out that brought a failure in, else the whole change. */
final class RevertFixer implements Fixer {

  private final FixerSpec spec;
  private final Trees trees;
  private final RevertRules rules;

  RevertFixer(FixerSpec spec, Trees trees, Clock clock) {
    this.spec = spec;
    this.trees = trees;
    this.rules = new RevertRules(spec, trees.changes(), clock);
  }

  @Override
  public Attempted attempt(Assignment assignment) {
    Culprit culprit = assignment.culprit();
    Optional<String> unverified = rules.againstCulprit(culprit);
    if (unverified.isPresent()) {
      return new Attempted.None(unverified.get());
    }
    List<Hunk> hunks = hunks(assignment);
    Optional<String> refused = rules.againstHunks(hunks);
    if (refused.isPresent()) {
      return new Attempted.None(refused.get());
    }
    return changes()
        .without(assignment.base(), hunks)
        .map(tree -> trees.made(spec, assignment, tree, told(assignment, hunks)))
        .orElseGet(() -> new Attempted.None(name(culprit) + " does not come off cleanly"));
  }

  private List<Hunk> hunks(Assignment assignment) {
    Minimal minimal = assignment.minimal();
    return minimal == null || minimal.hunks().isEmpty()
        ? whole(assignment.culprit())
        : minimal.hunks();
  }

  /** Of several commits that cannot be told apart all are taken out, of a merge what it brought. */
  private List<Hunk> whole(Culprit culprit) {
    return changes()
        .past(culprit.commits().getFirst())
        .map(Past::parent)
        .map(parent -> changes().hunks(parent, culprit.commits().getLast()))
        .orElse(List.of());
  }

  private String told(Assignment assignment, List<Hunk> hunks) {
    long files = hunks.stream().map(Hunk::file).distinct().count();
    return "takes %d hunk(s) in %d file(s) of %s out"
        .formatted(hunks.size(), files, name(assignment.culprit()));
  }

  private static String name(Culprit culprit) {
    String last = culprit.commits().getLast();
    return "%s '%s'".formatted(last.substring(0, Math.min(10, last.length())), culprit.subject());
  }

  private Changes changes() {
    return trees.changes();
  }
}
