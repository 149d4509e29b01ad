package ai.netra.loop.record;

/**
 * A fixer is about to work.
 *
 * @param n which attempt at the cluster it is, from 1
 * @param base the tree that it begins with
 */
public record FixerIntent(String cluster, int n, String fixer, String base)
    implements AboutFailure {

  /** The key of this side effect, unique in a run. */
  public String key(int round) {
    return "fixer/%d/%s/%d".formatted(round, cluster, n);
  }
}
