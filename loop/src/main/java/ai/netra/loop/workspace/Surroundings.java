package ai.netra.loop.workspace;

import ai.netra.loop.workspace.Isolation.Job;
import ai.netra.loop.workspace.Isolation.Place;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What an isolated program sees: variables, and in a sandbox files. */
final class Surroundings {

  /** By its value every process is found that such a program started, wherever it went. */
  static final String MARK = "NETRA_FIXER";

  private final Workspace workspace;
  private final Map<String, String> environment;
  private final Place place;

  Surroundings(Workspace workspace, Map<String, String> environment, Place place) {
    this.workspace = workspace;
    this.environment = environment;
    this.place = place;
  }

  Command command(Job job) {
    List<String> words = job.command();
    return new Command(
        "fixer",
        job.name(),
        job.sandboxed() ? sandboxed(job) : words,
        place.tree(),
        variables(job),
        job.output(),
        job.output());
  }

  private Map<String, String> variables(Job job) {
    Map<String, String> own = new LinkedHashMap<>();
    own.put("PATH", environment.getOrDefault("PATH", "/usr/bin:/bin"));
    own.put("LANG", environment.getOrDefault("LANG", "C.UTF-8"));
    own.put("HOME", place.home().toString());
    own.put("TMPDIR", place.temporary().toString());
    own.put("NETRA_BRIEF", job.brief().toString());
    own.put(MARK, mark());
    // commits of its own are made beside the clone and are of no interest to anybody
    own.put("GIT_OBJECT_DIRECTORY", place.objects().toString());
    own.put("GIT_ALTERNATE_OBJECT_DIRECTORIES", quoted(place.repository().resolve("objects")));
    return own;
  }

  /** A colon would part the path in two. */
  private static String quoted(Path path) {
    return "\"" + path.toString().replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
  }

  private String mark() {
    return place.tree().toString();
  }

  private List<String> sandboxed(Job job) {
    Path kept = place.repository().resolve("worktrees").resolve(place.tree().getFileName());
    List<Path> writable =
        List.of(place.tree(), place.home(), place.temporary(), place.objects(), kept);
    return new Sandbox(place.root()).argv(place.tree(), readable(job), writable, job.command());
  }

  private Set<Path> readable(Job job) {
    Set<Path> places = new LinkedHashSet<>();
    Sandbox.toolchain(environment.getOrDefault("PATH", "")).stream()
        .filter(this::isHarmless)
        .forEach(places::add);
    Path program = Path.of(job.command().getFirst());
    if (isBesideTheSystem(program)) {
      places.add(program);
    }
    places.add(job.brief());
    places.add(place.repository());
    places.add(workspace.state().objects());
    places.add(workspace.checkout().objects());
    return places;
  }

  private boolean isBesideTheSystem(Path program) {
    return program.isAbsolute()
        && Files.isRegularFile(program)
        && !Sandbox.isOfSystem(program)
        && isHarmless(program);
  }

  /** Whether no file of the loop, of the checkout or of the user's home as a whole lies there. */
  private boolean isHarmless(Path place) {
    Path state = workspace.state().root();
    Path checkout = workspace.checkout().root();
    Path home = Path.of(environment.getOrDefault("HOME", "/"));
    return !state.startsWith(place)
        && !checkout.startsWith(place)
        && !home.startsWith(place)
        && !place.startsWith(state)
        && !place.startsWith(checkout);
  }
}
