package ai.netra.loop.workspace;

/**
 * The machine refused what the loop needs of it: a folder, git, a process; the message names the
 * thing, the rule and what was seen.
 */
public final class WorkspaceFailure extends RuntimeException {

  public WorkspaceFailure(String message) {
    super(message);
  }

  public WorkspaceFailure(String message, Throwable cause) {
    super(message, cause);
  }
}
