package ai.netra.loop.proof;

import ai.netra.loop.record.Entry;
import ai.netra.loop.record.Transition;
import java.util.Set;

/**
 * Tells the lines that are written while a failure is diagnosed and mended: what is deployed and
 * run then is evidence of the diagnosis, not of a proof. It has to see every line, in order.
 */
public final class Aside {

  /** The states of a round in which nothing of its target runs. */
  private static final Set<String> STATES = Set.of("Diagnosing", "Fixing", "Auditing");

  private boolean aside;

  /** Whether this line, the next one, is aside; the transitions themselves are not. */
  public boolean see(Entry entry) {
    if (entry instanceof Transition it) {
      aside = STATES.contains(it.to());
      return false;
    }
    return aside;
  }
}
