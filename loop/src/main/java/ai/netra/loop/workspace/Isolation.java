package ai.netra.loop.workspace;

import ai.netra.loop.record.Entry;
import ai.netra.loop.workspace.Isolation.Ended.Escaped;
import ai.netra.loop.workspace.Isolation.Ended.Failed;
import ai.netra.loop.workspace.Isolation.Ended.Made;
import ai.netra.loop.workspace.Isolation.Ended.NoSandbox;
import ai.netra.loop.workspace.Isolation.Ended.Voided;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Lets somebody else's program work on a tree: in a worktree of a private clone, with a home and a
 * temporary folder of its own, in a sandbox, and looks afterwards whether it kept to that.
 */
public final class Isolation {

  private final Workspace workspace;
  private final Map<String, String> environment;
  private final Consumer<Entry> records;

  /**
   * The isolation of a run's programs.
   *
   * @param environment of the loop, of which a program sees PATH and LANG
   * @param records gets what becomes of the processes
   */
  public Isolation(Workspace workspace, Map<String, String> environment, Consumer<Entry> records) {
    this.workspace = workspace;
    this.environment = Map.copyOf(environment);
    this.records = records;
  }

  /**
   * What is to run.
   *
   * @param name of the attempt, unique in the state directory's runs
   * @param tree that it begins with
   * @param command its words
   * @param brief a folder that it can read and finds at {@code NETRA_BRIEF}
   * @param output the file that it writes to
   * @param time after which it is ended
   * @param sandboxed whether it needs a sandbox
   */
  public record Job(
      String name,
      String tree,
      List<String> command,
      Path brief,
      Path output,
      Duration time,
      boolean sandboxed) {

    public Job {
      command = List.copyOf(command);
    }
  }

  /** What came of it. */
  public sealed interface Ended {

    /** The worktree's files as a tree of the state directory; perhaps the one it began with. */
    record Made(String tree) implements Ended {}

    /** It did not end well. */
    record Failed(String reason) implements Ended {}

    /** This machine has no sandbox; nothing was started. */
    record NoSandbox(String reason) implements Ended {}

    /** The checkout or its user's settings changed meanwhile. */
    record Voided(String reason) implements Ended {}

    /** The private clone changed: it left its worktree. */
    record Escaped(String reason) implements Ended {}
  }

  /**
   * Runs a program to its end and returns what came of it; nothing of it runs on.
   *
   * @throws WorkspaceFailure when the state directory or git refuses
   */
  public Ended run(Job job) {
    Path folder = Folders.temporary(workspace.state().work(), "fixer");
    PrivateClone clone = workspace.checkout().privateClone();
    Place place = Place.in(folder, clone.folder());
    try {
      place.make();
      Optional<String> problem =
          job.sandboxed() ? new Sandbox(place.root()).problem() : Optional.empty();
      if (problem.isPresent()) {
        return new NoSandbox(problem.get());
      }
      clone.lay(job.tree(), place.tree());
      return sealed(job, clone, place);
    } finally {
      place.open();
      clone.remove(place.tree());
      Folders.delete(folder);
    }
  }

  private Ended sealed(Job job, PrivateClone clone, Place place) {
    Path own = clone.kept(place.tree());
    Seals cloneBefore = Seals.ofClone(clone.folder(), own, Optional.empty());
    Seals userBefore = Seals.ofUser(workspace.checkout(), environment);
    Optional<String> failure = watched(job, place);
    Optional<String> escaped =
        Seals.ofClone(clone.folder(), own, Optional.of(cloneBefore)).differenceTo(cloneBefore);
    if (escaped.isPresent()) {
      return new Escaped("private clone: " + escaped.get());
    }
    Optional<String> voided =
        Seals.ofUser(workspace.checkout(), environment).differenceTo(userBefore);
    if (voided.isPresent()) {
      return new Voided(voided.get());
    }
    return failure.<Ended>map(Failed::new).orElseGet(() -> made(job, clone, place));
  }

  private Optional<String> watched(Job job, Place place) {
    Surroundings surroundings = new Surroundings(workspace, environment, place);
    Watchdog watchdog = new Watchdog(workspace.processes(), records);
    return watchdog.run(surroundings.command(job), job.time());
  }

  private Ended made(Job job, PrivateClone clone, Place place) {
    try {
      return new Made(clone.taken(job.tree(), place.tree(), workspace.state()));
    } catch (WorkspaceFailure e) {
      return new Failed("left a worktree that git does not take: " + e.getMessage());
    }
  }

  /**
   * The folders of an attempt.
   *
   * @param root an empty one, for the sandbox
   * @param tree the worktree
   */
  record Place(Path repository, Path root, Path tree, Path home, Path temporary, Path objects) {

    static Place in(Path folder, Path clone) {
      return new Place(
          clone,
          folder.resolve("root"),
          folder.resolve(folder.getFileName()),
          folder.resolve("home"),
          folder.resolve("tmp"),
          folder.resolve("objects"));
    }

    private void make() {
      try {
        for (Path each : List.of(root, home, temporary, objects)) {
          Files.createDirectories(each);
        }
        Files.writeString(
            home.resolve(".gitconfig"), "[user]\n\tname = author\n\temail = author@localhost\n");
      } catch (IOException e) {
        throw new WorkspaceFailure(root + ": the folders of an attempt cannot be made", e);
      }
    }

    /** Takes back what a program may have forbidden, so that the folders can be removed. */
    private void open() {
      for (Path each : List.of(tree, home, temporary, objects)) {
        Folders.open(each);
      }
    }
  }
}
