package ai.netra.loop.record;

/**
 * The outcomes of a test, worst first; several are joined by the worst. Only {@code PROVED} is
 * green.
 */
public enum Outcome {
  FLAKY,
  ERROR,
  FAILED,
  UNPROVEN,
  NOT_RUN,
  SKIPPED,
  PROVED;

  /** The worse of two. */
  public Outcome join(Outcome other) {
    return compareTo(other) <= 0 ? this : other;
  }
}
