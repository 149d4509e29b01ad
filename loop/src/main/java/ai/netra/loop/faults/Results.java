package ai.netra.loop.faults;

import ai.netra.loop.workspace.WorkspaceFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Scores by tree, so that a stopped {@code --all} goes on where it was. */
record Results(Path folder) {

  Optional<Score.Explained> of(String tree, String key) {
    Path file = file(tree, key);
    try {
      return Files.isRegularFile(file)
          ? Optional.of(Score.Explained.read(Files.readString(file)))
          : Optional.empty();
    } catch (IOException e) {
      throw new WorkspaceFailure(file + ": cannot be read", e);
    }
  }

  void keep(String tree, String key, Score.Explained score) {
    Path file = file(tree, key);
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(file, score.json() + "\n");
    } catch (IOException e) {
      throw new WorkspaceFailure(file + ": cannot be written", e);
    }
  }

  private Path file(String tree, String key) {
    return folder.resolve(tree).resolve(key + ".json");
  }
}
