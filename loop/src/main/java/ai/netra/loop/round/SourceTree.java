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
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The private folder with the files of a tree in which suites are built and run; the checkout is
 * never touched. It is kept for the next run of the same tree, with what builds left in it, and
 * made anew when a file of it is not the tree's.
 */
public final class SourceTree {

  private final Checkout checkout;
  private final StateDirectory state;
  private final Path trees;

  public SourceTree(Checkout checkout, StateDirectory state) {
    this.checkout = checkout;
    this.state = state;
    this.trees = trees(state);
  }

  private static Path trees(StateDirectory state) {
    return state.root().resolve("trees");
  }

  /** Where the files of a tree stand, if they do. */
  static Path folder(StateDirectory state, String tree) {
    return trees(state).resolve(tree);
  }

  /**
   * The folder of a tree; those of other trees are removed, but for the last proved.
   *
   * @throws ai.netra.loop.workspace.WorkspaceFailure when it cannot be written
   */
  public Path of(Tree tree) {
    Set<String> kept = new HashSet<>(Set.of(tree.id()));
    LastKnownGood.in(state).read().ifPresent(good -> kept.add(good.tree()));
    removeOthers(kept);
    return kept(tree);
  }

  /** The folder of a tree; no other is removed. */
  Path kept(Tree tree) {
    Path folder = trees.resolve(tree.id());
    List<TreeFile> files = checkout.files(tree, new Globs(List.of("**")));
    if (!files.stream().allMatch(it -> BlobHash.isOf(folder.resolve(it.path()), it))) {
      Folders.delete(folder);
      checkout.export(files, folder);
    }
    return folder;
  }

  private void removeOthers(Set<String> kept) {
    if (!Files.isDirectory(trees)) {
      return;
    }
    try (Stream<Path> all = Files.list(trees)) {
      all.filter(it -> !kept.contains(it.getFileName().toString())).forEach(Folders::delete);
    } catch (IOException e) {
      throw new UncheckedIOException(trees + ": cannot be listed", e);
    }
  }
}
