package ai.netra.loop.record;

/** Tests by outcome; {@code inventory} is N, the sum of the others. */
public record Counts(
    int inventory,
    int proved,
    int failed,
    int error,
    int flaky,
    int unproven,
    int skipped,
    int notRun) {

  public Counts {
    int sum = proved + failed + error + flaky + unproven + skipped + notRun;
    if (sum != inventory) {
      throw new IllegalArgumentException(
          "inventory: the sum of the outcomes, got " + inventory + " for " + sum);
    }
  }

  /** Whether every test of a non-empty inventory is proved. */
  public boolean allProved() {
    return inventory > 0 && proved == inventory;
  }
}
