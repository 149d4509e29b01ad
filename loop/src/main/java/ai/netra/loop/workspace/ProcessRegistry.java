package ai.netra.loop.workspace;

import ai.netra.loop.workspace.ProcessGroups.Orphan;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Who owns which process group, on disk, so that the next loop finds what a dead one left running.
 */
final class ProcessRegistry {

  /** How long the system may take to end what KILL reached. */
  private static final Duration ENDED = Duration.ofSeconds(10);

  private final Path folder;

  ProcessRegistry(Path folder) {
    this.folder = folder;
  }

  /** A group and the process that must end it. */
  record Owned(long pid, Instant birth, long ownerPid, Instant ownerBirth, String name) {

    private String line() {
      return String.join(" ", "" + pid, "" + birth, "" + ownerPid, "" + ownerBirth, name) + "\n";
    }

    private static Optional<Owned> parse(String line) {
      String[] words = line.trim().split(" ", 5);
      if (words.length < 5) {
        return Optional.empty(); // cut while it was written: its owner died before the group began
      }
      return Optional.of(
          new Owned(
              Long.parseLong(words[0]),
              Instant.parse(words[1]),
              Long.parseLong(words[2]),
              Instant.parse(words[3]),
              words[4]));
    }
  }

  void add(long pid, Instant birth, String name) {
    ProcessHandle self = ProcessHandle.current();
    Instant ownBirth = self.info().startInstant().orElse(Instant.EPOCH);
    Owned owned = new Owned(pid, birth, self.pid(), ownBirth, name);
    try {
      Files.writeString(file(pid), owned.line());
    } catch (IOException e) {
      throw new WorkspaceFailure(file(pid) + ": cannot be written", e);
    }
  }

  void remove(long pid) {
    try {
      Files.deleteIfExists(file(pid));
    } catch (IOException e) {
      throw new WorkspaceFailure(file(pid) + ": cannot be removed", e);
    }
  }

  /** Kills the groups whose owner is dead, waits until they are gone and returns them. */
  List<Orphan> endOrphans() {
    List<Orphan> ended = new ArrayList<>();
    for (Owned owned : all()) {
      if (Birth.isAlive(owned.ownerPid(), owned.ownerBirth())) {
        continue;
      }
      if (isStillThatGroup(owned) && Signals.kill(owned.pid())) {
        ended.add(new Orphan(owned.pid(), owned.birth(), owned.name()));
      }
      remove(owned.pid());
    }
    ended.forEach(it -> Signals.awaitEnd(it.pid(), ENDED));
    return ended;
  }

  /** A group outlives its leader, and its number is not given away before its last member ends. */
  private static boolean isStillThatGroup(Owned owned) {
    return Birth.of(owned.pid()).isEmpty()
        ? Signals.isAlive(owned.pid())
        : Birth.isAlive(owned.pid(), owned.birth());
  }

  private List<Owned> all() {
    List<Owned> all = new ArrayList<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
      for (Path file : files) {
        Owned.parse(Files.readString(file)).ifPresent(all::add);
      }
    } catch (IOException e) {
      throw new WorkspaceFailure(folder + ": cannot be read", e);
    }
    return all;
  }

  private Path file(long pid) {
    return folder.resolve(Long.toString(pid));
  }
}
