package ai.netra.loop.diagnosis;

import ai.netra.loop.diagnosis.Trials.Colour;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Finds the change from which on a failure shows, with as few and as cheap looks as it can: each
 * goes to the tree that is expected to tell most for its cost. Trees that cannot be built join
 * their changes into a range. What it finds is looked at again, in turn with what was before it,
 * and a contradiction is more data for the search.
 */
final class CulpritSearch {

  private static final int BASE = -1;
  private static final double SURE = 0.99;
  private static final int MOST_LOOKS = 80;

  private final Posterior posterior;
  private final Range range;

  /** Trees that could not be built or deployed, each one higher than its number. */
  private final BitSet silent = new BitSet();

  private int looks;

  /**
   * The trees of a range as a search sees them: −1 is base, that of no change, i the tree after
   * change i.
   */
  interface Range {

    /** Looks at a tree. */
    Colour look(String purpose, int tree);

    /** What a look costs; most where it must be built. */
    double cost(int tree);

    /** Whether the tree differs from the one before it in what is looked at. */
    boolean differs(int tree);

    /** How often a culprit and the tree before it must be looked at again, in turn. */
    int pairs(int culprit, int before);
  }

  /**
   * What a search came to.
   *
   * @param from the first change that it may be
   * @param to the last one; before {@code from} where no change is to blame
   * @param verified whether it was seen again, in turn with what was before it
   */
  record Found(int from, int to, double probability, boolean verified, int looks) {

    boolean isNone() {
      return to < from;
    }
  }

  CulpritSearch(double[] weights, Range range) {
    this.posterior = new Posterior(weights);
    this.range = range;
  }

  /** Takes in what was seen before the search. */
  void saw(int tree, boolean isRed) {
    posterior.saw(tree, isRed);
  }

  Found find() {
    while (true) {
      Found best = best();
      OptionalInt next = best.probability() >= SURE ? OptionalInt.empty() : next();
      if (next.isPresent() && looks < MOST_LOOKS) {
        look("search", next.getAsInt());
      } else if (best.isNone() || best.probability() < SURE || looks >= MOST_LOOKS) {
        return best;
      } else if (isVerified(best)) {
        return new Found(best.from(), best.to(), best().probability(), true, looks);
      }
    }
  }

  private boolean isVerified(Found found) {
    int pairs = range.pairs(found.to(), found.from() - 1);
    for (int i = 0; i < pairs; i++) {
      look("verify", found.to());
      look("verify", found.from() - 1);
    }
    Found now = best();
    return now.from() == found.from() && now.to() == found.to() && now.probability() >= SURE;
  }

  private void look(String purpose, int tree) {
    looks++;
    switch (range.look(purpose, tree)) {
      case RED -> posterior.saw(tree, true);
      case GREEN -> posterior.saw(tree, false);
      case UNRESOLVED -> silent.set(tree + 1);
    }
  }

  private boolean tells(int tree) {
    return (tree == BASE || range.differs(tree)) && !silent.get(tree + 1);
  }

  /** The changes between two trees that tell cannot be told apart: the likeliest such piece. */
  private Found best() {
    double[] shares = posterior.probabilities();
    int last = posterior.size() - 1;
    List<Found> pieces = new ArrayList<>();
    int from = 0;
    double sum = 0;
    for (int i = 0; i <= last; i++) {
      sum += shares[i];
      if (i == last || tells(i)) {
        pieces.add(new Found(from, i, sum, false, looks));
        from = i + 1;
        sum = 0;
      }
    }
    pieces.add(new Found(0, -1, shares[last + 1], false, looks));
    return pieces.stream().reduce((a, b) -> b.probability() > a.probability() ? b : a).get();
  }

  private OptionalInt next() {
    double[] shares = posterior.probabilities();
    OptionalInt next = OptionalInt.empty();
    double most = 0;
    for (int tree = BASE; tree < posterior.size(); tree++) {
      double worth = tells(tree) ? gain(shares, posterior.redAt(tree)) / range.cost(tree) : 0;
      if (worth > most) {
        most = worth;
        next = OptionalInt.of(tree);
      }
    }
    return next;
  }

  /** How much the entropy is expected to fall by a look. */
  private static double gain(double[] shares, double[] redAt) {
    double red = 0;
    for (int i = 0; i < shares.length; i++) {
      red += shares[i] * redAt[i];
    }
    double chance = red;
    double after =
        chance * entropy(shares.length, i -> shares[i] * redAt[i] / chance)
            + (1 - chance) * entropy(shares.length, i -> shares[i] * (1 - redAt[i]) / (1 - chance));
    return entropy(shares.length, i -> shares[i]) - after;
  }

  private static double entropy(int size, IntToDoubleFunction share) {
    return IntStream.range(0, size)
        .mapToDouble(share)
        .filter(it -> it > 0)
        .map(it -> -it * Math.log(it))
        .sum();
  }
}
