package ai.netra.loop.record;

import java.util.List;

/**
 * The order of a full run.
 *
 * @param basis what it goes by
 * @param seed what the seed drew stands where the basis leaves it open
 */
public record Order(String suite, int run, Basis basis, long seed, List<String> tests)
    implements Entry {

  /** What an order goes by. */
  public enum Basis {
    /** What is most likely to fail comes first. */
    HISTORY,
    /** Chance. */
    SEED
  }

  public Order {
    tests = List.copyOf(tests);
  }
}
