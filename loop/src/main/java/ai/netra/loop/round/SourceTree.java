package ai.netra.loop.round;

import ai.netra.loop.workspace.Checkout;
import ai.netra.loop.workspace.Folders;
import ai.netra.loop.workspace.Globs;
import ai.netra.loop.workspace.StateDirectory;
import ai.netra.loop.workspace.Tree;
import ai.netra.loop.workspace.TreeFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The private folder with the files of a tree in which suites are built and run; the checkout is
 * never touched. It is kept for the next run of the same tree, with what builds left in it, and
 * made anew when a file of it is not the tree's.
 */
public final class SourceTree {

  private final Checkout checkout;
  private final Path trees;

  public SourceTree(Checkout checkout, StateDirectory state) {
    this.checkout = checkout;
    this.trees = state.root().resolve("trees");
  }

  /**
   * The folder of a tree; those of other trees are removed.
   *
   * @throws ai.netra.loop.workspace.WorkspaceFailure when it cannot be written
   */
  public Path of(Tree tree) {
    Path folder = trees.resolve(tree.id());
    List<TreeFile> files = checkout.files(tree, new Globs(List.of("**")));
    removeOthers(folder);
    if (!files.stream().allMatch(it -> BlobHash.isOf(folder.resolve(it.path()), it))) {
      Folders.delete(folder);
      checkout.export(files, folder);
    }
    return folder;
  }

  private void removeOthers(Path folder) {
    if (!Files.isDirectory(trees)) {
      return;
    }
    try (Stream<Path> all = Files.list(trees)) {
      all.filter(it -> !it.equals(folder)).forEach(Folders::delete);
    } catch (IOException e) {
      throw new UncheckedIOException(trees + ": cannot be listed", e);
    }
  }
}
