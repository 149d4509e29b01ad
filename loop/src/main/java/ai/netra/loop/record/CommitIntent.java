package ai.netra.loop.record;

/**
 * A tested tree is about to be committed.
 *
 * @param parent the commit that it follows
 * @param message with its trailers
 */
public record CommitIntent(String cluster, String tree, String parent, String message)
    implements AboutFailure {

  /** The key of this side effect, unique in a run. */
  public String key(int round) {
    return "commit/%d/%s".formatted(round, cluster);
  }
}
