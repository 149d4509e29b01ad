package ai.netra.loop.workspace;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The user's checkout, which is only read but for {@link #branches}: what git makes of it (objects,
 * a temporary index) is written into the state directory.
 */
public final class Checkout {

  private final Path root;
  private final StateDirectory state;
  private final Path objects;
  private final Git git;

  private Checkout(Path root, StateDirectory state, Path objects) {
    this.root = root;
    this.state = state;
    this.objects = objects;
    this.git =
        new Git(root, Map.of())
            .with("GIT_OBJECT_DIRECTORY", state.objects())
            .with("GIT_ALTERNATE_OBJECT_DIRECTORIES", objects);
  }

  /**
   * The checkout at a folder.
   *
   * @throws WorkspaceFailure when the folder is not the root of a git work tree
   */
  public static Checkout at(Path folder, StateDirectory state) {
    Git plain = new Git(folder, Map.of());
    Path top = Path.of(plain.run(List.of("rev-parse", "--show-toplevel")).text());
    try {
      if (!top.toRealPath().equals(folder.toRealPath())) {
        throw new WorkspaceFailure(
            folder + ": must be the root of its repository, which is " + top);
      }
    } catch (IOException e) {
      throw new WorkspaceFailure(folder + ": cannot be read", e);
    }
    Path objects = folder.resolve(plain.run(List.of("rev-parse", "--git-path", "objects")).text());
    return new Checkout(folder, state, objects.toAbsolutePath());
  }

  public Path root() {
    return root;
  }

  /** Git in the checkout; objects that it makes are written into the state directory. */
  public Git git() {
    return git;
  }

  /** Its branches, the one thing of it that is ever written. */
  public Branches branches() {
    return new Branches(root, git);
  }

  /** Where its repository keeps objects. */
  Path objects() {
    return objects;
  }

  /** The repository in the state directory in whose worktrees programs of others work. */
  PrivateClone privateClone() {
    return PrivateClone.open(new Git(root, Map.of()), objects, state);
  }

  /** Its history, and what its commits changed. */
  public Changes changes() {
    return new Changes(git, state);
  }

  /** The tree of the checkout as it is now, files that git does not track yet included. */
  public Tree tree() {
    String id =
        state.withTemporaryFile(
            index -> {
              String path = git.run(List.of("rev-parse", "--git-path", "index")).text();
              if (Files.exists(root.resolve(path))) {
                // with its time: by it git knows which entries are too young to be trusted
                Files.copy(root.resolve(path), index, StandardCopyOption.COPY_ATTRIBUTES);
              }
              Git withIndex = git.with("GIT_INDEX_FILE", index);
              withIndex.run(List.of("add", "--all"));
              return withIndex.run(List.of("write-tree")).text();
            });
    return new Tree(id, branch(), !id.equals(committed()));
  }

  private String branch() {
    Git.Result branch = git.attempt(List.of("symbolic-ref", "-q", "--short", "HEAD"), new byte[0]);
    return branch.status() == 0 ? branch.text() : "HEAD";
  }

  private String committed() {
    return git.attempt(List.of("rev-parse", "-q", "--verify", "HEAD^{tree}"), new byte[0]).text();
  }

  /** The files of a tree that patterns name, by path. */
  public List<TreeFile> files(Tree tree, Globs patterns) {
    String listed = git.run(List.of("ls-tree", "-r", "-z", "--full-tree", tree.id())).output();
    List<TreeFile> files = new ArrayList<>();
    for (String entry : listed.split("\0", -1)) {
      int tab = entry.indexOf('\t');
      if (tab > 0 && patterns.matches(entry.substring(tab + 1))) {
        String[] words = entry.substring(0, tab).split(" ", -1);
        files.add(new TreeFile(words[0], words[2], entry.substring(tab + 1)));
      }
    }
    return files;
  }

  /** Writes files of a tree into an empty folder. */
  public void export(List<TreeFile> files, Path folder) {
    StringBuilder entries = new StringBuilder();
    for (TreeFile file : files) {
      entries.append("%s %s\t%s\0".formatted(file.mode(), file.hash(), file.path()));
    }
    byte[] input = entries.toString().getBytes(StandardCharsets.UTF_8);
    state.withTemporaryFile(
        index -> {
          Files.createDirectories(folder);
          Git withIndex = git.with("GIT_INDEX_FILE", index);
          withIndex.run(List.of("update-index", "-z", "--index-info"), input);
          return withIndex.run(List.of("checkout-index", "--all", "--prefix=" + folder + "/"));
        });
  }

  /**
   * Makes the tracked files of a folder those of a tree and leaves what builds made in it: only
   * files that differ are written, so a build there starts from the last one. Not safe for two at a
   * time.
   */
  public void sync(Tree tree, Path folder) {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new WorkspaceFailure(folder + ": cannot be made", e);
    }
    Path index = folder.resolveSibling(folder.getFileName() + ".index");
    git.with("GIT_INDEX_FILE", index)
        .with("GIT_WORK_TREE", folder)
        .run(List.of("read-tree", "--reset", "-u", tree.id()));
  }

  /** Whether a text stands anywhere in a tree; the text is never an argument of a process. */
  public boolean contains(Tree tree, String text) {
    return state.withTemporaryFile(
        pattern -> {
          Files.writeString(pattern, text + "\n");
          List<String> search = List.of("grep", "-q", "-F", "-f", pattern.toString(), tree.id());
          return git.attempt(search, new byte[0]).status() == 0;
        });
  }
}
