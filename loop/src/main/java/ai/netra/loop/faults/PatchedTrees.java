package ai.netra.loop.faults;

import ai.netra.loop.workspace.Folders;
import ai.netra.loop.workspace.Git;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Trees with patches on them, made in an index of their own: no file of the checkout is written.
 *
 * @param git whose objects have the trees, and take the new ones
 * @param work a folder for indexes
 */
record PatchedTrees(Git git, Path work) {

  private static final byte[] NOTHING = {};

  private static final List<String> MERGED = List.of("apply", "--cached", "--3way", "-");
  private static final List<String> PLAIN = List.of("apply", "--cached", "-");
  private static final List<String> BACK = List.of("apply", "--cached", "--reverse", "-");

  /** A tree with a patch; empty where it does not apply. */
  Optional<String> with(String tree, Patch patch) {
    return applied(tree, patch, PLAIN).or(() -> applied(tree, patch, MERGED));
  }

  /** A tree without a patch; empty where it is not there any more. */
  Optional<String> without(String tree, Patch patch) {
    return applied(tree, patch, BACK);
  }

  private Optional<String> applied(String tree, Patch patch, List<String> apply) {
    Path folder = Folders.temporary(work, "patched");
    try {
      Git own = git.with("GIT_INDEX_FILE", folder.resolve("index"));
      own.run(List.of("read-tree", tree));
      return own.attempt(apply, patch.bytes()).status() == 0
          ? Optional.of(own.run(List.of("write-tree")).text())
          : Optional.empty();
    } finally {
      Folders.delete(folder);
    }
  }

  /** Writes a tree into a folder that is not there yet. */
  void export(String tree, Path folder) {
    Path temporary = Folders.temporary(work, "export");
    try {
      Git own = git.with("GIT_INDEX_FILE", temporary.resolve("index"));
      own.run(List.of("read-tree", tree));
      own.run(List.of("checkout-index", "--all", "--prefix=" + folder + "/"));
    } finally {
      Folders.delete(temporary);
    }
  }

  /** The difference of two trees as a unified diff. */
  String diff(String from, String to) {
    return git.run(List.of("diff-tree", "-r", "-p", "--unified=3", "--no-renames", from, to))
        .output();
  }

  /** The paths of a tree's files. */
  List<String> files(String tree) {
    String listed =
        git.run(List.of("ls-tree", "-r", "-z", "--full-tree", "--name-only", tree)).output();
    return listed.isEmpty() ? List.of() : List.of(listed.split("\0"));
  }

  /** The text of a file; empty where the tree has none. */
  Optional<String> text(String tree, String path) {
    Git.Result shown = git.attempt(List.of("cat-file", "-p", tree + ":" + path), NOTHING);
    return shown.status() == 0 ? Optional.of(shown.output()) : Optional.empty();
  }
}
