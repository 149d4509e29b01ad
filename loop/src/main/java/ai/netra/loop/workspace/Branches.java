package ai.netra.loop.workspace;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The one place where the loop writes into the checkout: a commit gets a branch of its own, and the
 * branch that is checked out moves to it by fast-forward, while nothing there is in the way.
 */
public final class Branches {

  /** Who commits where git knows nobody. */
  private static final List<String> NOBODY =
      List.of("-c", "user.name=netra", "-c", "user.email=netra@localhost");

  private static final String HEADS = "refs/heads/";

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
   * Gives a commit a branch in the checkout's repository, which gets the objects that it lacks.
   *
   * @throws WorkspaceFailure when the repository refuses
   */
  public void keep(String branch, String commit) {
    String wanted = commit + "\n^HEAD\n";
    byte[] pack =
        apart.bytes(List.of("pack-objects", "--revs", "--stdout", "-q"), wanted.getBytes(UTF_8));
    checkout.run(List.of("unpack-objects", "-q"), pack);
    checkout.run(List.of("update-ref", HEADS + branch, commit));
  }

  /**
   * Moves the branch that is checked out from one commit to the next, and the files with it.
   *
   * @param own the branch that holds the commit, and goes once it is reached
   */
  public Advance advance(String own, String from, String to) {
    Git.Result name =
        checkout.attempt(List.of("symbolic-ref", "-q", "--short", "HEAD"), new byte[0]);
    String head = checkout.run(List.of("rev-parse", "HEAD")).text();
    if (head.equals(to)) {
      return done(own, name.text());
    }
    if (name.status() != 0) {
      return new Advance.Waits("no branch is checked out");
    }
    if (!head.equals(from)) {
      return new Advance.Waits(
          "branch %s has moved to %.12s meanwhile".formatted(name.text(), head));
    }
    if (!checkout.run(List.of("status", "--porcelain")).output().isEmpty()) {
      return new Advance.Waits("the checkout has changes that no commit has");
    }
    Git.Result merged =
        checkout.attempt(List.of("merge", "-q", "--ff-only", "--no-verify", to), new byte[0]);
    return merged.status() == 0
        ? done(own, name.text())
        : new Advance.Waits("git merge: " + merged.errors());
  }

  private Advance done(String own, String branch) {
    checkout.run(List.of("update-ref", "-d", HEADS + own));
    return new Advance.Done(branch);
  }
}
