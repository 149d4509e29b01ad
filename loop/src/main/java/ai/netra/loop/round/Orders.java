package ai.netra.loop.round;

import ai.netra.loop.record.Inventory;
import ai.netra.loop.record.Order;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Draws the order of a full run: anyone who has the nonce draws the same. */
final class Orders {

  private Orders() {}

  /** The order of the {@code run}th full run; it differs from those before where it can. */
  static Order of(Inventory inventory, String nonce, int run) {
    List<List<String>> earlier = new ArrayList<>();
    Order order = draw(inventory, nonce, 1, earlier);
    for (int i = 2; i <= run; i++) {
      earlier.add(order.tests());
      order = draw(inventory, nonce, i, earlier);
    }
    return order;
  }

  private static Order draw(
      Inventory inventory, String nonce, int run, List<List<String>> earlier) {
    long seed = new BigInteger(nonce, 16).longValue() + run;
    List<String> tests = shuffled(inventory, seed);
    boolean another = possible(tests.size()).compareTo(BigInteger.valueOf(earlier.size())) > 0;
    while (another && earlier.contains(tests)) {
      seed += 1_000_003;
      tests = shuffled(inventory, seed);
    }
    return new Order(inventory.suite(), run, seed, tests);
  }

  private static List<String> shuffled(Inventory inventory, long seed) {
    List<String> tests =
        new ArrayList<>(inventory.tests().stream().map(Inventory.Test::id).sorted().toList());
    Collections.shuffle(tests, new Random(seed));
    return List.copyOf(tests);
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
