package ai.netra.loop.record;

import java.util.List;

/**
 * The proof record of one test in one full run: the parts that its level asks for, and the outcome
 * they give.
 *
 * @param level {@code receipt} or {@code wire}
 * @param parts the asked parts in order of their numbers
 */
public record Proof(
    String suite, String test, int run, String level, List<Part> parts, Outcome outcome)
    implements Entry {

  /**
   * One part: its number (1 to 8), name, state, the reason when it is not present, and the lines it
   * rests on.
   */
  public record Part(int number, String name, State state, String reason, List<Long> refs) {}

  /** What is known of a part. */
  public enum State {
    PRESENT,
    MISSING,
    CONTRADICTED,
    /** Nothing to ask for, or no step that could ask yet; the reason says which. */
    NOT_ASKED
  }
}
