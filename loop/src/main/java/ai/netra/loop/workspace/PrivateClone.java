package ai.netra.loop.workspace;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A bare repository in the state directory that borrows the objects of the checkout and of the
 * trees made here. It has no remote and no hook, and only the loop that holds the lock writes it.
 */
final class PrivateClone {

  /** Who the commit is by that a worktree begins with; it never leaves the clone. */
  private static final List<String> LOOP =
      List.of("-c", "user.name=netra", "-c", "user.email=netra@localhost");

  /** A folder that git would only remember the commit of. */
  private static final Pattern NESTED = Pattern.compile("(?m)^:[0-7]+ 160000 ");

  private final Path folder;
  private final Path borrowed;
  private final Git git;

  private PrivateClone(Path folder, Path borrowed) {
    this.folder = folder;
    this.borrowed = borrowed;
    this.git = new Git(folder, Map.of());
  }

  /** Opens the clone, which is made where it does not stand yet. */
  static PrivateClone open(Git checkout, Path checkoutObjects, StateDirectory state) {
    Path folder = state.root().resolve("clone.git");
    String format = checkout.run(List.of("rev-parse", "--show-object-format")).text();
    checkout.run(List.of("init", "-q", "--bare", "--object-format=" + format, "" + folder));
    try {
      Files.writeString(
          folder.resolve("objects/info/alternates"),
          checkoutObjects + "\n" + state.objects() + "\n");
      removeLocks(folder);
    } catch (IOException e) {
      throw new WorkspaceFailure(folder + ": the private clone cannot be made", e);
    }
    PrivateClone clone = new PrivateClone(folder, checkoutObjects);
    clone.git.run(List.of("config", "core.hooksPath", "/dev/null"));
    clone.git.run(List.of("config", "core.logAllRefUpdates", "false"));
    clone.git.run(List.of("config", "gc.auto", "0"));
    return clone;
  }

  /** What a killed git left behind; nobody else works here. */
  private static void removeLocks(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path lock : files.filter(it -> it.toString().endsWith(".lock")).toList()) {
        Files.delete(lock);
      }
    }
  }

  Path folder() {
    return folder;
  }

  /** The files by which the clone keeps a worktree. */
  Path kept(Path worktree) {
    return folder.resolve("worktrees").resolve(worktree.getFileName());
  }

  /** Lays a tree out as a worktree of one commit, on no branch. */
  void lay(String tree, Path worktree) {
    Stream<String> words =
        Stream.concat(LOOP.stream(), Stream.of("commit-tree", tree, "-m", "What is to be mended"));
    String commit = git.run(words.toList()).text();
    git.run(List.of("worktree", "add", "-q", "--detach", worktree.toString(), commit));
    String laid =
        git.run(List.of("--git-dir=" + kept(worktree), "rev-parse", "HEAD^{tree}")).text();
    if (!laid.equals(tree)) {
      throw new WorkspaceFailure("%s: tree %s is required, got %s".formatted(worktree, tree, laid));
    }
  }

  /**
   * The files of a worktree as a tree of the state directory, whatever it committed itself.
   *
   * @throws WorkspaceFailure when git does not take a file, or one is a repository of its own
   */
  String taken(String base, Path worktree, StateDirectory state) {
    Git own =
        git.with("GIT_OBJECT_DIRECTORY", state.objects())
            .with("GIT_ALTERNATE_OBJECT_DIRECTORIES", borrowed)
            .with("GIT_DIR", folder)
            .with("GIT_WORK_TREE", worktree);
    String tree =
        state.withTemporaryFile(
            index -> {
              Git indexed = own.with("GIT_INDEX_FILE", index);
              indexed.run(List.of("read-tree", base));
              indexed.run(List.of("add", "--all", "--", ":/"));
              return indexed.run(List.of("write-tree")).text();
            });
    String changed = own.run(List.of("diff-tree", "-r", "--no-renames", base, tree)).output();
    if (NESTED.matcher(changed).find()) {
      throw new WorkspaceFailure("a folder of it is a repository of its own: " + changed.strip());
    }
    return tree;
  }

  /** Forgets a worktree, whatever was made of it. */
  void remove(Path worktree) {
    Folders.delete(worktree);
    Folders.delete(kept(worktree));
  }
}
