package ai.netra.loop.faults;

import ai.netra.loop.workspace.Checkout;
import ai.netra.loop.workspace.Folders;
import ai.netra.loop.workspace.Git;
import ai.netra.loop.workspace.Globs;
import ai.netra.loop.workspace.TreeFile;
import ai.netra.loop.workspace.WorkspaceFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A repository of its own with the files of a checkout, without their history and without the
 * catalogue, so that nothing in it tells what is coming.
 *
 * @param folder of the replay: {@code checkout}, {@code state} and {@code outside} stand in it
 * @param origin the objects of the repository that the files came from, for merges
 */
record Replica(Path folder, Path origin) {

  private static final String CATALOGUE = Catalogue.FOLDER + "/";

  Path checkout() {
    return folder.resolve("checkout");
  }

  Path state() {
    return folder.resolve("state");
  }

  /** Where {@code file:../outside/NAME} of its netra.yaml finds a file. */
  Path outside() {
    return folder.resolve("outside");
  }

  Git git() {
    return Git.in(checkout());
  }

  /** Writes the files of the checkout as it is now and makes them the first commit. */
  static Replica lay(Path folder, Checkout source, ReplaySettings settings) {
    Folders.delete(folder);
    Path objects =
        source.root().resolve(source.git().run(List.of("rev-parse", "--git-common-dir")).text());
    Replica replica = new Replica(folder, objects.resolve("objects"));
    List<TreeFile> files =
        source.files(source.tree(), new Globs(List.of("**"))).stream()
            .filter(file -> !file.path().startsWith(CATALOGUE))
            .toList();
    try {
      Files.createDirectories(replica.checkout());
      source.export(files, replica.checkout());
      Path yaml = replica.checkout().resolve("netra.yaml");
      Files.writeString(yaml, settings.in(Files.readString(yaml)));
    } catch (IOException e) {
      throw new WorkspaceFailure(folder + ": the replay cannot be laid out", e);
    }
    replica.begin(source.tree().branch());
    return replica;
  }

  private void begin(String branch) {
    String name = branch.equals("HEAD") ? "main" : branch;
    git().run(List.of("init", "-q", "-b", name));
    set("user.name", "netra");
    set("user.email", "netra@localhost");
    set("commit.gpgsign", "false");
    set("core.hooksPath", "/dev/null");
    set("gc.auto", "0");
    git().run(List.of("add", "--all", "--force"));
    commit("Take the tree as it is");
  }

  private void set(String key, String value) {
    git().run(List.of("config", key, value));
  }

  /** Commits what was staged and returns the commit's tree. */
  String commit(String subject) {
    git().run(List.of("commit", "-q", "--no-verify", "-m", subject));
    return tree();
  }

  /** The tree of the commit that is checked out. */
  String tree() {
    return git().run(List.of("rev-parse", "HEAD^{tree}")).text();
  }

  /**
   * Stages a patch, by a merge where its surroundings have changed.
   *
   * @throws WorkspaceFailure where it does not apply
   */
  void apply(Patch patch) {
    List<String> plain = List.of("apply", "--index", "-");
    if (git().attempt(plain, patch.bytes()).status() == 0) {
      return;
    }
    Git merging = git().with("GIT_ALTERNATE_OBJECT_DIRECTORIES", origin);
    merging.run(List.of("apply", "--index", "--3way", "-"), patch.bytes());
    merging.run(List.of("repack", "-a", "-d", "-q"));
  }

  /** Files beside the checkout that a fault puts there. */
  void outside(String name, String content) {
    try {
      Files.createDirectories(outside());
      Files.writeString(outside().resolve(name), content);
    } catch (IOException e) {
      throw new WorkspaceFailure(outside() + ": cannot be written", e);
    }
  }

  /** Whether a patch of the history is still in the tree of the commit that is checked out. */
  boolean holds(Patch patch) {
    return new PatchedTrees(git(), folder).without(tree(), patch).isPresent();
  }
}
