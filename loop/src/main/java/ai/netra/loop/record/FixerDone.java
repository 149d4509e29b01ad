package ai.netra.loop.record;

/**
 * What became of a fixer's attempt.
 *
 * @param reason why there is no candidate; of a candidate what was done
 */
public record FixerDone(String cluster, int n, String fixer, End end, String reason)
    implements AboutFailure {

  /** How it ended. */
  public enum End {
    CANDIDATE,
    /** It does not apply to this cause, or made no change. */
    NONE,
    /** It failed, hung, or left the worktree unusable. */
    FAILED,
    /** Something that it needs is missing, such as a sandbox. */
    BLOCKED,
    /** It wrote where it must not: the candidate is void. */
    VOID,
    /** It left its isolation within the private clone: the run stops. */
    ESCAPED,
    /** Only a person can go on. */
    HUMAN
  }
}
