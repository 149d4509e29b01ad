package ai.netra.loop.fix;

import ai.netra.loop.fix.Fixers.Assignment;
import ai.netra.loop.fix.Fixers.Attempted;
import ai.netra.loop.project.Project.FixerSpec;
import ai.netra.loop.record.Candidate;
import ai.netra.loop.workspace.Changes;

/** Makes candidates of trees. */
record Trees(Changes changes) {

  /** The candidate, or nothing where the tree is the one that the fixer began with. */
  Attempted made(FixerSpec fixer, Assignment assignment, String tree, String did) {
    String base = assignment.base();
    if (tree.equals(base)) {
      return new Attempted.None("nothing was changed");
    }
    return new Attempted.Made(
        new Candidate(
            assignment.cluster().id(),
            assignment.n(),
            fixer.name(),
            base,
            tree,
            changes.files(base, tree),
            changes.patch(base, tree)),
        did);
  }
}
