package ai.netra.loop.record;

/**
 * Whether failures are new, by running them in turn on the failed tree and on base.
 *
 * @param base the last proved tree; empty where there is none
 * @param failed how often it was red on the tree that failed
 * @param onBase how often on base
 */
public record Blame(String cluster, Word word, String base, Rate failed, Rate onBase)
    implements AboutFailure {

  /** What it comes to. */
  public enum Word {
    /** Always red here, always green on base. */
    NEW,
    /** Both red and green on one tree. */
    FLAKY,
    /** Red on base as well. */
    ALREADY_RED,
    /** There is no base, or it says nothing. */
    UNKNOWN
  }

  /** How often something was red. */
  public record Rate(int red, int runs) {}
}
