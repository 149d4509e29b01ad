package ai.netra.loop.demo;

import ai.netra.loop.workspace.WorkspaceFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where an act is played.
 *
 * @param folder of the act: {@code checkout} and {@code state} stand in it
 * @param netra the words that start this program
 * @param libraries a folder with JUnit's jars
 */
record Place(Path folder, List<String> netra, Path libraries) {

  Path checkout() {
    return folder.resolve("checkout");
  }

  Path state() {
    return folder.resolve("state");
  }

  /** What processes say to people. */
  Path log() {
    return folder.resolve("log");
  }

  /** JUnit's jars as a class path. */
  String junit() {
    try (Stream<Path> jars = Files.list(libraries)) {
      return jars.filter(it -> it.toString().endsWith(".jar"))
          .sorted()
          .map(Path::toString)
          .collect(Collectors.joining(":"));
    } catch (IOException e) {
      throw new WorkspaceFailure(libraries + ": JUnit's jars must lie there", e);
    }
  }

  /** The folder of the last run. */
  Path lastRun() {
    Path runs = state().resolve("runs");
    try (Stream<Path> all = Files.list(runs)) {
      return all.max(Comparator.comparing(Path::toString))
          .orElseThrow(() -> new WorkspaceFailure(runs + ": the loop left no run"));
    } catch (IOException e) {
      throw new WorkspaceFailure(runs + ": cannot be read", e);
    }
  }

  Path journal() {
    return lastRun().resolve("journal.jsonl");
  }
}
