package ai.netra.loop.diagnosis;

import ai.netra.loop.diagnosis.CulpritSearch.Found;
import ai.netra.loop.diagnosis.Trials.Colour;
import ai.netra.loop.diagnosis.Trials.Look;
import ai.netra.loop.record.Blame.Rate;
import ai.netra.loop.record.Culprit;
import ai.netra.loop.workspace.Changes;
import java.util.List;
import java.util.Optional;

/** Looks for the culprit of a cluster among the steps of a history, by experiments. */
final class Searching implements CulpritSearch.Range {

  private static final double REPEATED = 0.3;

  /** A change that is not part of what is looked at can hardly be it. */
  private static final double BESIDE = 0.002;

  private static final int PAIRS = 4;
  private static final int PAIRS_WHERE_STEADY = 2;
  private static final int PAIRS_WITHOUT_TESTS = 1;
  private static final double SAME_SERVICE = 3;
  private static final double NAMED = 2;

  private final Trials trials;
  private final Scope scope;
  private final Clues clues;
  private final Changes changes;
  private final String base;
  private final List<Change> steps;

  /** Whether any step touches what is looked at; else each of them may be it. */
  private final boolean scoped;

  Searching(Trials trials, Surroundings around, String base, List<Change> steps) {
    this.trials = trials;
    this.scope = around.scope();
    this.clues = around.clues();
    this.changes = around.changes();
    this.base = base;
    this.steps = List.copyOf(steps);
    this.scoped = steps.stream().anyMatch(this::touches);
  }

  /**
   * What a search asks of its surroundings.
   *
   * @param clues what the failure points at
   */
  record Surroundings(Scope scope, Clues clues, Changes changes) {}

  /**
   * What it came to.
   *
   * @param steps the changes that it is, in their order; none where none was found
   */
  record Result(Culprit culprit, List<Change> steps) {}

  Result find() {
    String cluster = trials.cluster().id();
    if (steps.isEmpty()) {
      return nothing(cluster, Culprit.Found.LATENT, "nothing was changed since base", 1);
    }
    CulpritSearch search = new CulpritSearch(weights(), this);
    known(search, -1);
    known(search, steps.size() - 1);
    Found found = search.find();
    if (found.isNone()) {
      return nothing(
          cluster,
          Culprit.Found.LATENT,
          "it fails before any change since base too, by chance or by what surrounds it",
          found.probability());
    }
    return found.verified() ? found(found) : unsure(found);
  }

  private Result found(Found found) {
    List<Change> piece = steps.subList(found.from(), found.to() + 1);
    List<Change> touching = piece.stream().filter(it -> !scoped || touches(it)).toList();
    Culprit.Found word = touching.size() == 1 ? Culprit.Found.COMMIT : Culprit.Found.RANGE;
    Rate culprit = verified(tree(found.to()));
    Rate parent = verified(tree(found.from() - 1));
    return new Result(
        new Culprit(
            trials.cluster().id(),
            word,
            touching.stream().map(Change::id).toList(),
            touching.getLast().subject(),
            found.probability(),
            found.looks(),
            culprit,
            parent,
            word == Culprit.Found.RANGE ? "what lies between them does not build" : null),
        touching);
  }

  private Rate verified(String tree) {
    Rate verified = trials.rate(tree, "verify");
    return verified.runs() > 0 ? verified : trials.rate(tree, Blaming.PURPOSE);
  }

  private Result unsure(Found found) {
    return nothing(
        trials.cluster().id(),
        Culprit.Found.UNKNOWN,
        "after %d looks no change is likely enough".formatted(found.looks()),
        found.probability());
  }

  private static Result nothing(
      String cluster, Culprit.Found word, String reason, double probability) {
    Rate none = new Rate(0, 0);
    return new Result(
        new Culprit(cluster, word, List.of(), null, probability, 0, none, none, reason), List.of());
  }

  /** Why no search is made. */
  static Result skipped(String cluster, String reason) {
    return nothing(cluster, Culprit.Found.UNKNOWN, reason, 0);
  }

  private void known(CulpritSearch search, int tree) {
    for (Look look : trials.looks(tree(tree))) {
      if (look.colour() != Colour.UNRESOLVED) {
        search.saw(tree, look.colour() == Colour.RED);
      }
    }
  }

  private double[] weights() {
    return steps.stream().mapToDouble(this::weight).toArray();
  }

  /** The nearer to what the failure points at, the likelier. */
  private double weight(Change step) {
    if (scoped && !touches(step)) {
      return BESIDE;
    }
    boolean same =
        step.files().stream()
            .flatMap(it -> scope.service(it).stream())
            .anyMatch(clues.services()::contains);
    String text = String.join("\n", step.files()) + "\n" + patch(step);
    return 1 + (same ? SAME_SERVICE : 0) + NAMED * clues.hits(text);
  }

  private String patch(Change step) {
    return Clues.changed(changes.patch(step.before(), step.tree()));
  }

  private boolean touches(Change step) {
    return step.files().stream().anyMatch(it -> scope.holds(trials.varied(), it));
  }

  private String tree(int number) {
    return number < 0 ? base : steps.get(number).tree();
  }

  @Override
  public Colour look(String purpose, int tree) {
    return trials.look(purpose, tree(tree)).colour();
  }

  @Override
  public double cost(int tree) {
    return trials.isTried(tree(tree)) ? REPEATED : 1;
  }

  @Override
  public boolean differs(int tree) {
    return !scoped || touches(steps.get(tree));
  }

  /** What blame has looked at in turn already, and always with the same answer, is verified. */
  @Override
  public int pairs(int culprit, int before) {
    if (!trials.areSteady()) {
      return PAIRS;
    }
    if (tree(culprit).equals(trials.failed()) && before < 0) {
      return 0;
    }
    return trials.withoutTests() ? PAIRS_WITHOUT_TESTS : PAIRS_WHERE_STEADY;
  }

  /** The difference that is to be made smaller. */
  static Optional<Difference> difference(Result result) {
    return result.steps().isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Difference(result.steps().getFirst().before(), result.steps().getLast().tree()));
  }

  /** Two trees. */
  record Difference(String before, String after) {}
}
