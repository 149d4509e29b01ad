package ai.netra.loop.record;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that a dead loop had begun and whose end it did not write: what was found of it. The
 * line stands under the key of the side effect and names the lines that announced it; the step is
 * repeated.
 *
 * @param role the process's role, as it was spawned
 * @param pid the process; null where none is known to have been started
 */
public record Reconciled(
    String role, String name, @Nullable Long pid, @Nullable Instant birth, Found found)
    implements Entry {

  /** What was found. */
  public enum Found {
    /** It lived and was ended, with its group. */
    ENDED,
    /** Nothing of it lived any more. */
    GONE
  }
}
