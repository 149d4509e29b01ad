package ai.netra.loop.faults;

import ai.netra.loop.project.FaultSpec;
import ai.netra.loop.project.FaultSpec.Reading;
import ai.netra.loop.project.Project;
import ai.netra.loop.workspace.Checkout;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The folder {@code faults} of a repository: a folder a fault, with its truth and its patches, and
 * {@code benign}, whose patches change nothing that a test can see.
 */
public final class Catalogue {

  /** The name of the folder, which no replay exports. */
  public static final String FOLDER = "faults";

  private final Path folder;
  private final List<Fault> faults;

  private Catalogue(Path folder, List<Fault> faults) {
    this.folder = folder;
    this.faults = List.copyOf(faults);
  }

  /** A fault in its folder. */
  public record Fault(Path folder, FaultSpec spec) {

    /** The fault in the dress of a variant; null is its own. */
    public Fault variant(@Nullable String name) {
      return new Fault(folder, spec.variant(name));
    }

    /** Whether this is the fault in its own dress, which the repairs of its folder are for. */
    boolean isOriginal() {
      return spec.inject().patch().equals("inject.patch");
    }

    Patch inject() {
      return Patch.read(folder.resolve(spec.inject().patch()));
    }

    /** A repair that is known to be good, where it is not the reverse of the fault. */
    Optional<Patch> reference() {
      Path file = folder.resolve("reference.patch");
      return Files.isRegularFile(file) ? Optional.of(Patch.read(file)) : Optional.empty();
    }

    /** Repairs that an audit must refuse, each named after the rule that must fire. */
    List<Patch> wrong() {
      return patches(folder.resolve("wrong"));
    }
  }

  /** A catalogue that cannot be used; the message has a line for each mistake. */
  public static final class Refused extends RuntimeException {
    Refused(String message) {
      super(message);
    }
  }

  /**
   * The catalogue of a checkout.
   *
   * @throws Refused when there is none, or a file of it is wrong
   */
  public static Catalogue of(Path root) {
    Path folder = root.resolve(FOLDER);
    if (!Files.isDirectory(folder)) {
      throw new Refused("no folder " + FOLDER + " in " + root);
    }
    List<String> mistakes = new ArrayList<>();
    List<Fault> faults = new ArrayList<>();
    for (Path place : listed(folder, path -> Files.isRegularFile(path.resolve(FaultSpec.FILE)))) {
      switch (FaultSpec.read(text(place.resolve(FaultSpec.FILE)))) {
        case Reading.Accepted(FaultSpec spec) -> faults.add(new Fault(place, spec));
        case Reading.Refused(var findings) -> {
          String file = root.relativize(place.resolve(FaultSpec.FILE)).toString();
          findings.forEach(finding -> mistakes.add(finding.in(file)));
        }
      }
    }
    if (!mistakes.isEmpty()) {
      throw new Refused(String.join("\n", mistakes));
    }
    return new Catalogue(folder, faults);
  }

  /** All faults, in the order of their folders. */
  public List<Fault> faults() {
    return faults;
  }

  /**
   * Faults by their ids.
   *
   * @throws Refused for an id that no fault has
   */
  public List<Fault> named(List<String> ids) {
    return ids.stream().map(this::named).toList();
  }

  private Fault named(String id) {
    return faults.stream()
        .filter(fault -> fault.spec().id().equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                new Refused(
                    "fault: one of %s is required, got '%s'"
                        .formatted(faults.stream().map(it -> it.spec().id()).toList(), id)));
  }

  /**
   * What is wrong with faults against the tree of a checkout as it is now: patches that do not
   * apply, places and tests of a truth that are not there. Empty where all is well.
   *
   * @param work a folder for what is thrown away
   */
  public List<String> problems(List<Fault> chosen, Project project, Checkout checkout, Path work) {
    CatalogueCheck check = new CatalogueCheck(project, checkout, work);
    List<String> problems = new ArrayList<>(check.problems(benign()));
    chosen.forEach(fault -> problems.addAll(check.problems(fault)));
    return problems;
  }

  /**
   * A replay that is asked for.
   *
   * @param seed decides which benign changes come, and where
   * @param fixers the kinds that may mend, in their order
   * @param agent the command line of the agent among them; empty where there is none
   * @param again whether it is run although this tree has a result
   */
  public record Order(Fault fault, long seed, List<String> fixers, String agent, boolean again) {
    public Order {
      fixers = List.copyOf(fixers);
    }

    String key() {
      return fault.spec().id() + "-" + seed + "-" + String.join("+", fixers);
    }
  }

  /**
   * Where and with what replays run.
   *
   * @param kept the folder that keeps proved bases and results
   * @param netra the words that start the command line
   * @param progress is told what happens
   */
  public record Place(
      Project project,
      Checkout checkout,
      Path kept,
      List<String> netra,
      Consumer<String> progress) {
    public Place {
      netra = List.copyOf(netra);
    }
  }

  /**
   * What a replay came to.
   *
   * @param json the object with each criterion
   * @param misses what was not met
   */
  public record Result(
      String id, boolean passed, long seconds, String stop, String json, List<String> misses) {

    static Result of(Score.Explained explained) {
      Score score = explained.score();
      return new Result(
          score.id(),
          score.passed(),
          score.seconds(),
          score.stop(),
          score.json(),
          explained.misses());
    }
  }

  /**
   * Brings a fault back in a repository of its own, lets the loop mend it, and scores what it did.
   * One at a time in a place.
   *
   * @throws Refused where the tree is not proved without the fault
   */
  public Result replay(Order order, Place place) {
    Results results = new Results(place.kept().resolve("results"));
    String tree = place.checkout().tree().id();
    Optional<Score.Explained> known =
        order.again() ? Optional.empty() : results.of(tree, order.key());
    return Result.of(known.orElseGet(() -> run(order, place, results, tree)));
  }

  private Score.Explained run(Order order, Place place, Results results, String tree) {
    Replay replay =
        new Replay(
            place.project(),
            place.checkout(),
            new Bases(place.kept()),
            new LoopProcess(place.netra()),
            place.progress());
    Score.Explained score =
        replay.run(
            History.of(order.fault(), benign(), order.seed()),
            new ReplaySettings(order.fixers(), order.agent()));
    results.keep(tree, order.key(), score);
    return score;
  }

  /** The patches that change nothing that a test can see. */
  List<Patch> benign() {
    return patches(folder.resolve("benign"));
  }

  private static List<Patch> patches(Path folder) {
    return Files.isDirectory(folder)
        ? listed(folder, path -> path.toString().endsWith(".patch")).stream()
            .map(Patch::read)
            .toList()
        : List.of();
  }

  private static List<Path> listed(Path folder, Predicate<Path> wanted) {
    try (Stream<Path> paths = Files.list(folder)) {
      return paths.filter(wanted).sorted(Comparator.comparing(Path::getFileName)).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(folder + ": cannot be listed", e);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(file + ": cannot be read", e);
    }
  }
}
