package ai.netra.loop.diagnosis;

import ai.netra.loop.workspace.Changes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A step of the history from base to the failed tree: a commit, a merge as a whole, or what no
 * commit of the checkout has.
 *
 * @param id of the commit; {@link #UNCOMMITTED} where there is none
 * @param before the tree it was made on
 */
record Change(String id, String before, String tree, String subject, List<String> files) {

  static final String UNCOMMITTED = "uncommitted";

  Change {
    files = List.copyOf(files);
  }

  /** The steps, the oldest first; empty where the history does not hold base. */
  static Optional<List<Change>> between(Changes changes, String base, String failed) {
    return changes.since(base).map(commits -> steps(changes, base, commits, failed));
  }

  private static List<Change> steps(
      Changes changes, String base, List<Changes.Commit> commits, String failed) {
    List<Change> steps = new ArrayList<>();
    String before = base;
    for (Changes.Commit it : commits) {
      steps.add(of(changes, before, it.tree(), it.id(), it.subject()));
      before = it.tree();
      if (before.equals(failed)) {
        return steps;
      }
    }
    if (!before.equals(failed)) {
      steps.add(of(changes, before, failed, UNCOMMITTED, "what is not committed"));
    }
    return steps;
  }

  /** All that differs as one step, where nothing is known of what lies between. */
  static Change whole(Changes changes, String base, String failed) {
    return of(changes, base, failed, UNCOMMITTED, "all that differs from base");
  }

  private static Change of(Changes changes, String before, String tree, String... idAndSubject) {
    return new Change(idAndSubject[0], before, tree, idAndSubject[1], changes.files(before, tree));
  }
}
