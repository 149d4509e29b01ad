package ai.netra.loop.round;

import ai.netra.loop.proof.Fact;
import ai.netra.loop.proof.Standing;
import ai.netra.loop.record.Build;
import ai.netra.loop.record.DeployBack;
import ai.netra.loop.record.DeployErrors;
import ai.netra.loop.record.Entry;
import ai.netra.loop.record.RunFinished;
import ai.netra.loop.record.RunStarted;
import ai.netra.loop.workspace.StateDirectory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The last proved deployment: what a closed deploy can go back to. Only a proved run sets it. It
 * names builds and digests in the cache, and the tree, whose {@code netra.yaml} is its
 * configuration; data it has none, since each run begins with empty folders.
 *
 * @param file where it is kept, in the state directory
 */
record LastKnownGood(Path file) {

  private static final JsonMapper JSON = JsonMapper.shared();

  /** That of a checkout. */
  static LastKnownGood in(StateDirectory state) {
    return new LastKnownGood(state.root().resolve("last-known-good.json"));
  }

  /**
   * What was proved last; nothing before the first proof.
   *
   * @throws UncheckedIOException when the state directory refuses
   * @throws IllegalStateException when the file holds something else
   */
  Optional<DeployBack> read() {
    try {
      return Files.isRegularFile(file)
          ? Optional.of(JSON.readValue(Files.readString(file), DeployBack.class))
          : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(file + ": the proved deployment cannot be read", e);
    } catch (JacksonException e) {
      throw new IllegalStateException(file + ": must hold the last proved deployment", e);
    }
  }

  /** What was proved last on this target. */
  Optional<DeployBack> of(String target) {
    return read().filter(it -> it.target().equals(target));
  }

  /**
   * Remembers what a run proved, if it did: its last line says so, its builds are what was
   * deployed.
   *
   * @throws UncheckedIOException when the state directory refuses
   */
  void takeFrom(List<Fact<Entry>> run) {
    Map<String, Build> builds = new LinkedHashMap<>();
    Map<String, List<String>> errors = new HashMap<>();
    for (Fact<Entry> fact : Standing.of(run, Fact::entry)) {
      if (fact.entry() instanceof Build it) {
        builds.put(it.service(), it);
      }
      if (fact.entry() instanceof DeployErrors it) {
        errors.put(it.service(), it.templates());
      }
    }
    boolean proved =
        run.getLast().entry() instanceof RunFinished it && it.verdict().equals(Result.PROVED);
    if (proved && run.getFirst().entry() instanceof RunStarted it) {
      set(
          new DeployBack(
              it.run(), it.target(), Standing.tree(run, Fact::entry), kept(builds, errors)));
    }
  }

  private static List<DeployBack.Kept> kept(
      Map<String, Build> builds, Map<String, List<String>> errors) {
    return builds.values().stream()
        .map(
            it ->
                new DeployBack.Kept(
                    it.service(),
                    it.build(),
                    it.digest(),
                    errors.getOrDefault(it.service(), List.of())))
        .toList();
  }

  /**
   * Remembers what a run proved.
   *
   * @throws UncheckedIOException when the state directory refuses
   */
  void set(DeployBack proved) {
    Path fresh = file.resolveSibling(file.getFileName() + ".new");
    try {
      Files.writeString(fresh, JSON.writeValueAsString(proved) + "\n");
      try (FileChannel channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
        channel.force(true);
      }
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(file + ": the proved deployment cannot be kept", e);
    }
  }
}
