package ai.netra.loop.diagnosis;

import java.util.Arrays;

/**
 * What is believed of a range of changes after some looks at its trees: which one brought the
 * failure in, or none. Below the culprit a tree is red by chance alone, from it on green by chance
 * alone; both shares are unknown and have Beta priors, so the likelihood of the looks under each
 * hypothesis is exact (a beta-binomial for each side). Noisy binary search after Karp and Kleinberg
 * (2007), with learnt shares.
 */
final class Posterior {

  /** Failures by chance are rare: the prior of their share. */
  private static final double BELOW_RED = 0.4;

  private static final double BELOW_GREEN = 6;

  /** A fault mostly shows: the prior of the share in which it does. */
  private static final double ABOVE_RED = 2;

  private static final double ABOVE_GREEN = 0.3;

  /** That no change of the range is to blame, before anything is seen. */
  private static final double NO_CULPRIT = 0.02;

  private final int size;
  private final double[] prior;

  /** Red and green looks at all trees before a place; at 1 those at base, the last is the sum. */
  private final int[] redUpTo;

  private final int[] greenUpTo;

  /**
   * @param weights of each change, the oldest first; any positive numbers
   */
  Posterior(double[] weights) {
    this.size = weights.length;
    double sum = Arrays.stream(weights).sum();
    this.prior = Arrays.stream(weights).map(it -> it / sum * (1 - NO_CULPRIT)).toArray();
    this.redUpTo = new int[size + 2];
    this.greenUpTo = new int[size + 2];
  }

  int size() {
    return size;
  }

  /**
   * Takes a look in.
   *
   * @param tree −1 is base, i the tree after change i
   */
  void saw(int tree, boolean isRed) {
    int[] sums = isRed ? redUpTo : greenUpTo;
    for (int place = tree + 2; place < sums.length; place++) {
      sums[place]++;
    }
  }

  /** The probability of each change, and at last that there is no culprit. */
  double[] probabilities() {
    double[] logs = new double[size + 1];
    for (int i = 0; i < size; i++) {
      Sides sides = sides(i);
      logs[i] = Math.log(prior[i]) + sides.logLikelihood();
    }
    logs[size] = Math.log(NO_CULPRIT) + logRatio(1, 1, redUpTo[size + 1], greenUpTo[size + 1]);
    return normalised(logs);
  }

  /** How likely the next look at a tree is red under each hypothesis. */
  double[] redAt(int tree) {
    double[] shares = new double[size + 1];
    for (int i = 0; i < size; i++) {
      Sides sides = sides(i);
      shares[i] = tree >= i ? sides.redAbove() : sides.redBelow();
    }
    double allRed = redUpTo[size + 1];
    shares[size] = (allRed + 1) / (allRed + greenUpTo[size + 1] + 2);
    return shares;
  }

  /** The looks on either side of a culprit. */
  private record Sides(int redBefore, int greenBefore, int redSince, int greenSince) {

    double logLikelihood() {
      return logRatio(BELOW_RED, BELOW_GREEN, redBefore, greenBefore)
          + logRatio(ABOVE_RED, ABOVE_GREEN, redSince, greenSince);
    }

    double redBelow() {
      return (redBefore + BELOW_RED) / (redBefore + greenBefore + BELOW_RED + BELOW_GREEN);
    }

    double redAbove() {
      return (redSince + ABOVE_RED) / (redSince + greenSince + ABOVE_RED + ABOVE_GREEN);
    }
  }

  private Sides sides(int culprit) {
    int redBelow = redUpTo[culprit + 1];
    int greenBelow = greenUpTo[culprit + 1];
    return new Sides(
        redBelow, greenBelow, redUpTo[size + 1] - redBelow, greenUpTo[size + 1] - greenBelow);
  }

  private static double[] normalised(double[] logs) {
    double most = Arrays.stream(logs).max().orElseThrow();
    double[] shares = Arrays.stream(logs).map(it -> Math.exp(it - most)).toArray();
    double sum = Arrays.stream(shares).sum();
    return Arrays.stream(shares).map(it -> it / sum).toArray();
  }

  /** The logarithm of B(a + red, b + green) / B(a, b). */
  private static double logRatio(double a, double b, int red, int green) {
    double log = 0;
    for (int i = 0; i < red; i++) {
      log += Math.log(a + i) - Math.log(a + b + i);
    }
    for (int i = 0; i < green; i++) {
      log += Math.log(b + i) - Math.log(a + b + red + i);
    }
    return log;
  }
}
