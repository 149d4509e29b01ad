package ai.netra.probe;

import java.lang.instrument.Instrumentation;
import org.jspecify.annotations.Nullable;

/** The Java agent of a worker: it makes checks count themselves. */
public final class Agent {

  private Agent() {}

  /**
   * Called by the JVM before {@code main}.
   *
   * @param declared the suite's own checks, as {@link CheckRules} reads them
   */
  public static void premain(@Nullable String declared, Instrumentation instrumentation) {
    CheckRules rules = new CheckRules(declared == null ? "" : declared);
    instrumentation.addTransformer(new CheckTransformer(rules));
  }
}
