package ai.netra.loop.workspace;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The one place where the loop writes into the checkout: a commit gets a branch of its own, and the
 * branch that is checked out moves to it by fast-forward, while nothing there is in the way.
 */
public final class Branches {

  /** Who commits where git knows nobody. */
  private static final List<String> NOBODY =
      List.of("-c", "user.name=netra", "-c", "user.email=netra@localhost");

  private static final String HEADS = "refs/heads/";

  /** No hook of the checkout sees what the loop does. */
  private static final List<String> QUIETLY = List.of("-c", "core.hooksPath=/dev/null");

  /** So many commits of one run may wait that do not follow each other. */
  private static final int MOST_BRANCHES = 100;

  private final Git apart;
  private final Git checkout;

  /**
   * @param apart git whose new objects stand in the state directory
   */
  Branches(Path root, Git apart) {
    this.apart = apart;
    this.checkout = new Git(root, Map.of());
  }

  /** What moving the branch that is checked out comes to. */
  public sealed interface Advance {

    /** It stands on the commit now. */
    record Done(String branch) implements Advance {}

    /** It does not move, for this reason. */
    record Waits(String reason) implements Advance {}
  }

  /** Makes a commit; whoever the checkout's git says commits, else the loop. */
  public String commit(String tree, String parent, String message) {
    boolean known = apart.attempt(List.of("var", "GIT_COMMITTER_IDENT"), new byte[0]).status() == 0;
    List<String> words = new ArrayList<>(known ? List.of() : NOBODY);
    words.addAll(List.of("commit-tree", tree, "-p", parent, "-F", "-"));
    return apart.run(words, message.getBytes(UTF_8)).text();
  }

  /** The tree of a commit. */
  public String tree(String commit) {
    return apart.run(List.of("rev-parse", commit + "^{tree}")).text();
  }

  /**
   * Gives a commit a branch in the checkout's repository, which gets the objects that it lacks. A
   * branch that holds a commit which this one does not follow stays, and so does one that somebody
   * has checked out: then another of the name with a number is taken.
   *
   * @return the branch that holds the commit now
   * @throws WorkspaceFailure when the repository refuses
   */
  public String keep(String branch, String commit) {
    String wanted = commit + "\n^HEAD\n";
    byte[] pack =
        apart.bytes(List.of("pack-objects", "--revs", "--stdout", "-q"), wanted.getBytes(UTF_8));
    checkout.run(List.of("unpack-objects", "-q"), pack);
    String free =
        Stream.iterate(1, i -> i <= MOST_BRANCHES, i -> i + 1)
            .map(i -> i == 1 ? branch : branch + "-" + i)
            .filter(it -> isFree(it, commit))
            .findFirst()
            .orElseThrow(
                () ->
                    new WorkspaceFailure(
                        "commit %s: none of %d branches %s… takes it"
                            .formatted(commit, MOST_BRANCHES, branch)));
    checkout.run(quietly("update-ref", HEADS + free, commit));
    return free;
  }

  private boolean isFree(String branch, String commit) {
    Git.Result there = attempt("rev-parse", "-q", "--verify", HEADS + branch);
    if (there.status() != 0) {
      return true;
    }
    boolean follows = isPartOf(there.text(), commit);
    String inUse = "branch " + HEADS + branch;
    return follows
        && attempt("worktree", "list", "--porcelain").output().lines().noneMatch(inUse::equals);
  }

  /** Whether a commit is another one or comes before it. */
  private boolean isPartOf(String commit, String other) {
    return attempt("merge-base", "--is-ancestor", commit, other).status() == 0;
  }

  /**
   * Moves the branch that is checked out from one commit to the next, and the files with it.
   *
   * @param own the branch that holds the commit, and goes once it is reached
   */
  public Advance advance(String own, String from, String to) {
    Git.Result name = attempt("symbolic-ref", "-q", "--short", "HEAD");
    String branch = name.status() == 0 ? name.text() : "HEAD";
    if (isPartOf(to, "HEAD")) {
      return done(own, to, branch); // before a kill, or by the user
    }
    return obstacle(branch, from)
        .<Advance>map(Advance.Waits::new)
        .orElseGet(() -> forward(own, to, branch));
  }

  private Optional<String> obstacle(String branch, String from) {
    if (branch.equals("HEAD")) {
      return Optional.of("no branch is checked out");
    }
    String head = checkout.run(List.of("rev-parse", "HEAD")).text();
    if (!head.equals(from)) {
      return Optional.of("branch %s has moved to %.12s meanwhile".formatted(branch, head));
    }
    return checkout.run(List.of("status", "--porcelain")).output().isEmpty()
        ? Optional.empty()
        : Optional.of("the checkout has changes that no commit has");
  }

  private Advance forward(String own, String to, String branch) {
    Git.Result merged = attempt("merge", "-q", "--ff-only", "--no-autostash", to);
    return merged.status() == 0
        ? done(own, to, branch)
        : new Advance.Waits("git merge: " + merged.errors());
  }

  /** The branch goes only if nothing else came onto it. */
  private Advance done(String own, String commit, String branch) {
    attempt("update-ref", "-d", HEADS + own, commit);
    return new Advance.Done(branch);
  }

  private Git.Result attempt(String... words) {
    return checkout.attempt(quietly(words), new byte[0]);
  }

  private static List<String> quietly(String... words) {
    return Stream.concat(QUIETLY.stream(), Stream.of(words)).toList();
  }
}
