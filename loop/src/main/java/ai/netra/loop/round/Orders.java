package ai.netra.loop.round;

import ai.netra.loop.index.History.Past;
import ai.netra.loop.record.Inventory;
import ai.netra.loop.record.Order;
import ai.netra.loop.record.Order.Basis;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Draws the orders of the full runs of a suite. The first goes by what earlier runs showed, so that
 * what is likely to fail is seen early; each that follows is drawn by chance, and differs from
 * those before it where it can.
 *
 * @param past what earlier runs came to, by test id
 * @param nonce in hex, the source of the seeds
 */
record Orders(Inventory inventory, Map<String, Past> past, String nonce) {

  /** The step between seeds where a draw gave an order that had been. */
  private static final long NEXT_SEED = 1_000_003;

  /**
   * The order of a full run.
   *
   * @param earlier the orders of the full runs before it
   */
  Order of(int run, Collection<List<String>> earlier) {
    Basis basis = run == 1 ? Basis.HISTORY : Basis.SEED;
    long seed = new BigInteger(nonce, 16).longValue() + run;
    List<String> tests = drawn(basis, seed);
    int size = tests.size();
    boolean another = possible(size).compareTo(BigInteger.valueOf(earlier.size())) > 0;
    while (basis == Basis.SEED && another && earlier.contains(tests)) {
      seed += NEXT_SEED;
      tests = drawn(basis, seed);
    }
    return new Order(inventory.suite(), run, basis, seed, tests);
  }

  private List<String> drawn(Basis basis, long seed) {
    List<Inventory.Test> tests = new ArrayList<>(inventory.tests());
    Collections.shuffle(tests, new Random(seed));
    if (basis == Basis.HISTORY) {
      tests.sort(new Urgency(past));
    }
    return LongEarly.order(tests.stream().map(Inventory.Test::id).toList(), past);
  }

  /** How many orders there are; beyond a few nobody asks. */
  private static BigInteger possible(int tests) {
    BigInteger orders = BigInteger.ONE;
    for (int i = 2; i <= Math.min(tests, 20); i++) {
      orders = orders.multiply(BigInteger.valueOf(i));
    }
    return orders;
  }
}
