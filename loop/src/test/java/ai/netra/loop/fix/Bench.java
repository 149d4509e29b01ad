package ai.netra.loop.fix;

import static java.nio.charset.StandardCharsets.UTF_8;

import ai.netra.loop.Fixture;
import ai.netra.loop.fix.Fixers.Assignment;
import ai.netra.loop.fix.Fixers.Attempted;
import ai.netra.loop.fix.Fixers.Setting;
import ai.netra.loop.project.Project;
import ai.netra.loop.project.ProjectReader;
import ai.netra.loop.project.ProjectReader.Reading;
import ai.netra.loop.record.Blame;
import ai.netra.loop.record.Cause;
import ai.netra.loop.record.Cluster;
import ai.netra.loop.record.Culprit;
import ai.netra.loop.record.Culprit.Found;
import ai.netra.loop.record.Entry;
import ai.netra.loop.record.Hunk;
import ai.netra.loop.record.Minimal;
import ai.netra.loop.record.TestRef;
import ai.netra.loop.workspace.Changes;
import ai.netra.loop.workspace.StateDirectory;
import ai.netra.loop.workspace.Workspace;
import ai.netra.loop.workspace.Workspace.Opening;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A fixture project whose last commit broke something, and a fixer at work on it. */
final class Bench implements AutoCloseable {

  static final String RUN = "01RUN";

  private final Path folder;
  private final Fixture fixture;
  private final Workspace workspace;
  final List<Entry> records = new ArrayList<>();

  Bench(Path folder, Clock clock) {
    this.folder = folder;
    this.fixture = Fixture.in(folder.resolve("project"));
    StateDirectory state = StateDirectory.at(folder.resolve("state"));
    workspace =
        ((Opening.Opened) Workspace.open(fixture.folder(), state, "loop", clock)).workspace();
  }

  Fixture fixture() {
    return fixture;
  }

  Workspace workspace() {
    return workspace;
  }

  Changes changes() {
    return workspace.checkout().changes();
  }

  String tree() {
    return changes().head().orElseThrow().tree();
  }

  /** Lets the only fixer of a declaration such as {@code { kind: revert }} try. */
  Attempted attempt(String fixer, Assignment assignment) {
    return attempt("fixers: [" + fixer + "]\n", assignment, Map.of());
  }

  /** Lets the only fixer of these keys of a project try. */
  Attempted attempt(String keys, Assignment assignment, Map<String, String> environment) {
    Fixers fixers =
        new Fixers(new Setting(project(keys), workspace, RUN, run(), environment, this::record));
    return fixers.attempt(fixers.use().getFirst(), assignment);
  }

  /** The run's folder. */
  Path run() {
    return folder.resolve("run");
  }

  private synchronized void record(Entry entry) {
    records.add(entry);
  }

  /** The fixture's project with more keys; the fixture itself stays as it is. */
  Project project(String more) {
    try {
      Path other = Files.createDirectories(folder.resolve("declared"));
      String text = Files.readString(fixture.folder().resolve(ProjectReader.FILE));
      Files.write(other.resolve(ProjectReader.FILE), (text + more).getBytes(UTF_8));
      Reading reading = new ProjectReader(Map.of(), 2).read(other);
      return ((Reading.Accepted) reading).project();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The last commit as a verified culprit. */
  Culprit culprit() {
    Changes.Commit head = changes().head().orElseThrow();
    return culprit(head.id(), head.subject(), new Blame.Rate(4, 4), new Blame.Rate(0, 4));
  }

  static Culprit culprit(String id, String subject, Blame.Rate red, Blame.Rate parent) {
    return new Culprit("c1", Found.COMMIT, List.of(id), subject, 0.995, 3, red, parent, null);
  }

  /** The tree that failed is the last commit's. */
  Assignment assignment(Culprit culprit, @Nullable Minimal minimal) {
    return new Assignment(
        1,
        new Cluster("c1", Cluster.Kind.TEST, "f00d", "GET /notes answers 500", tests()),
        minimal,
        culprit,
        new Cause("c1", List.of(), List.of(), "notes", "the route is gone", false),
        tree(),
        1,
        List.of("V06: the failure is swallowed"),
        Map.of("exchanges.json", "[]"));
  }

  static Minimal minimal(List<Hunk> hunks, List<String> keys) {
    return new Minimal("c1", hunks, keys, "0".repeat(40), 2, false);
  }

  private static List<TestRef> tests() {
    return List.of(new TestRef("e2e", "NotesTest.aNoteIsRead"));
  }

  @Override
  public void close() {
    workspace.close();
  }
}
