package ai.netra.loop.diagnosis;

import ai.netra.loop.diagnosis.Searching.Difference;
import ai.netra.loop.diagnosis.Searching.Surroundings;
import ai.netra.loop.diagnosis.Trials.Colour;
import ai.netra.loop.project.ProjectReader;
import ai.netra.loop.record.Blame;
import ai.netra.loop.record.Hunk;
import ai.netra.loop.record.Minimal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Looks for the hunks of a change without which the failed tree does not fail. */
final class Minimising {

  static final String PURPOSE = "minimise";

  /** What was found is looked at once more: this is the check of what the cause predicts. */
  static final String AGAIN = "intervention";

  /** A tree that fails now and then is taken for mended where chance makes it green so rarely. */
  private static final double CHANCE = 0.02;

  private static final int MOST_RUNS = 20;

  private final Trials trials;
  private final Surroundings around;
  private final int runs;

  Minimising(Trials trials, Surroundings around, Blame.Rate failed) {
    this.trials = trials;
    this.around = around;
    this.runs = runs(failed);
  }

  private static int runs(Blame.Rate failed) {
    if (failed.red() == failed.runs()) {
      return 1;
    }
    double green = 1 - (double) failed.red() / failed.runs();
    return (int) Math.min(MOST_RUNS, Math.ceil(Math.log(CHANCE) / Math.log(green)));
  }

  /** The smallest set; empty where its parts do not come off, or the failure stays without it. */
  Optional<Minimal> of(Difference difference) {
    List<Hunk> hunks = candidates(difference);
    Reduction<Hunk> reduction = new Reduction<>(it -> colour(it, PURPOSE));
    int suspects = (int) hunks.stream().filter(it -> around.clues().hits(it) > 0).count();
    return reduction
        .of(hunks, suspects, List.<Function<Hunk, ?>>of(Minimising::folder, Hunk::file))
        .filter(it -> colour(it, AGAIN) == Colour.GREEN)
        .map(it -> minimal(it, reduction.tried(), it.size() == hunks.size()));
  }

  private static String folder(Hunk hunk) {
    int end = hunk.file().lastIndexOf('/');
    return end < 0 ? "" : hunk.file().substring(0, end);
  }

  /** Those that can matter, the most suspicious first. */
  private List<Hunk> candidates(Difference difference) {
    List<Hunk> all = around.changes().hunks(difference.before(), difference.after());
    List<Hunk> touching =
        all.stream().filter(it -> around.scope().holds(trials.varied(), it.file())).toList();
    return (touching.isEmpty() ? all : touching)
        .stream().sorted(Comparator.comparingInt(it -> -around.clues().hits(it))).toList();
  }

  private Colour colour(List<Hunk> taken, String purpose) {
    Optional<String> tree = around.changes().without(trials.failed(), taken);
    if (tree.isEmpty()) {
      return Colour.UNRESOLVED;
    }
    for (int i = 0; i < runs; i++) {
      Colour colour = trials.look(purpose, tree.get()).colour();
      if (colour != Colour.GREEN) {
        return colour;
      }
    }
    return Colour.GREEN;
  }

  private Minimal minimal(List<Hunk> hunks, int tried, boolean whole) {
    String tree = around.changes().without(trials.failed(), hunks).orElseThrow();
    return new Minimal(
        trials.cluster().id(), hunks, keys(tree, trials.failed()), tree, tried, whole);
  }

  private List<String> keys(String without, String with) {
    return changedKeys(around, without, with).stream().map(ChangedKeys.Changed::path).toList();
  }

  /** What the settings of two trees give their services otherwise. */
  static List<ChangedKeys.Changed> changedKeys(Surroundings around, String before, String after) {
    return ChangedKeys.between(
        around.changes().text(before, ProjectReader.FILE).orElse(""),
        around.changes().text(after, ProjectReader.FILE).orElse(""));
  }

  /** What can be said of a change whose hunks are known by what they touch, without a look. */
  static Optional<Minimal> unseen(String cluster, Surroundings around, String tree, List<Hunk> of) {
    return around
        .changes()
        .without(tree, of)
        .filter(_ -> !of.isEmpty())
        .map(it -> new Minimal(cluster, of, List.of(), it, 0, true));
  }
}
