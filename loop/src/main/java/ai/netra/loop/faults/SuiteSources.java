package ai.netra.loop.faults;

import ai.netra.loop.project.Project;
import ai.netra.loop.workspace.Globs;
import java.util.List;
import java.util.Set;

/** Reads the tests of trees. */
final class SuiteSources {

  private final PatchedTrees trees;
  private final Globs globs;

  SuiteSources(PatchedTrees trees, Project project) {
    this.trees = trees;
    this.globs = new Globs(paths(project));
  }

  private static List<String> paths(Project project) {
    return project.suites().values().stream().flatMap(it -> it.paths().stream()).toList();
  }

  /** Whether a file belongs to a suite. */
  boolean hold(String path) {
    return globs.matches(path);
  }

  /** The tests of a tree. */
  TestNames of(String tree) {
    TestNames tests = new TestNames();
    trees.files(tree).forEach(path -> put(tests, tree, path));
    return tests;
  }

  /** The tests of a tree that differs from another one in some files. */
  TestNames of(String tree, TestNames before, Set<String> changed) {
    TestNames tests = before.copy();
    changed.forEach(path -> put(tests, tree, path));
    return tests;
  }

  private void put(TestNames tests, String tree, String path) {
    if (path.endsWith(".java") && hold(path)) {
      tests.put(path, trees.text(tree, path).orElse(""));
    }
  }
}
