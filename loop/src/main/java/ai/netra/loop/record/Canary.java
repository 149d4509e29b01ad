package ai.netra.loop.record;

import java.util.Optional;

/**
 * The loop's own tests in each verdict run, outside N: how each comes out is known before. They
 * show that the alarm rings.
 */
public enum Canary {
  /** Passes and calls nothing. */
  PASSES("netra-canary:passes", Outcome.UNPROVEN),
  /** Catches what goes wrong and passes. */
  SWALLOWS("netra-canary:swallows", Outcome.UNPROVEN),
  /** Fails an assertion. */
  FAILS("netra-canary:fails", Outcome.FAILED);

  private final String testId;
  private final Outcome right;

  Canary(String testId, Outcome right) {
    this.testId = testId;
    this.right = right;
  }

  /** The test id that its attempts carry. */
  public String testId() {
    return testId;
  }

  /** The only outcome that is right. */
  public Outcome right() {
    return right;
  }

  /** The canary with this test id, if it is one. */
  public static Optional<Canary> of(String testId) {
    for (Canary canary : values()) {
      if (canary.testId.equals(testId)) {
        return Optional.of(canary);
      }
    }
    return Optional.empty();
  }
}
