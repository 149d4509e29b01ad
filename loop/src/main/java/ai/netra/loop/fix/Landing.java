package ai.netra.loop.fix;

import ai.netra.loop.workspace.Branches;
import ai.netra.loop.workspace.Branches.Advance;
import ai.netra.loop.workspace.Changes;
import java.time.Instant;
import java.util.Optional;

/**
 * Makes a commit of a tested tree, and brings it to the branch that is checked out by fast-forward;
 * where that cannot be, it waits on a branch of the run's own. Nothing is pushed.
 */
public final class Landing {

  private final Changes changes;
  private final Branches branches;
  private final String run;

  /**
   * @param run the run's id, in the trailers and the name of its branch
   */
  public Landing(Changes changes, Branches branches, String run) {
    this.changes = changes;
    this.branches = branches;
    this.run = run;
  }

  /**
   * What is to be committed.
   *
   * @param fixer the kind of the fixer that made it
   * @param parent the commit that it follows
   * @param message without trailers
   * @param proof the hash of the journal line that showed it, in hex
   */
  public record Order(
      int round,
      String cluster,
      String fixer,
      String tree,
      String parent,
      String message,
      String proof) {}

  /**
   * Where the commit is.
   *
   * @param landed whether the checkout has it
   * @param reason where it has not: why
   */
  public record Landed(String commit, String branch, boolean landed, String reason) {}

  /**
   * Commits, unless that stands already: a loop that was killed in between finds its commit by the
   * trailers.
   *
   * @throws ai.netra.loop.workspace.WorkspaceFailure when git or the state directory refuses
   */
  public Landed land(Order order) {
    Change change = new Change(run, order.round(), order.cluster(), order.fixer());
    String commit =
        made(change, order.tree())
            .orElseGet(
                () ->
                    branches.commit(
                        order.tree(),
                        order.parent(),
                        order.message().strip()
                            + "\n\n"
                            + change.trailers()
                            + "Netra-Proof: "
                            + order.proof()
                            + "\n"));
    String own = branches.keep("netra/" + run, commit);
    return switch (branches.advance(own, order.parent(), commit)) {
      case Advance.Done it -> new Landed(commit, it.branch(), true, "");
      case Advance.Waits it -> new Landed(commit, own, false, it.reason());
    };
  }

  /** The commit of this change, if it was made before the loop ended. */
  private Optional<String> made(Change change, String tree) {
    return changes.saying("Netra-Run: " + run, Instant.EPOCH).stream()
        .filter(it -> it.message().contains(change.trailers()))
        .map(Changes.Past::id)
        .filter(it -> branches.tree(it).equals(tree))
        .findFirst();
  }
}
