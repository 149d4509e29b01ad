package ai.netra.probe;

/** Where instrumented assertion methods tell that a check is being executed. */
public final class Checks {

  private Checks() {}

  /**
   * Counts one check for the attempt of the calling thread; does nothing outside one. A check that
   * is built on others counts them too: what matters is whether there was any.
   */
  public static void executed() {
    Binding binding = Binding.bound();
    if (binding != null) {
      binding.countCheck();
    }
  }
}
