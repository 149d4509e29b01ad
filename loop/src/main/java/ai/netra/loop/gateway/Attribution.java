package ai.netra.loop.gateway;

import ai.netra.loop.record.Phase;
import ai.netra.loop.record.TestKey;
import org.jspecify.annotations.Nullable;

/** Where the suite tells the gateway whose calls come now. Each call returns when it holds. */
public interface Attribution {

  /**
   * An attempt begins, in phase SETUP.
   *
   * @param traceId the trace id offered to the test, 32 hex digits; an exchange that carries it is
   *     the attempt's
   * @param lane the lane whose listeners are the attempt's until its end
   * @param fault what is done to its calls, or null
   */
  void begin(TestKey key, String traceId, int lane, @Nullable Fault fault);

  /** The attempt goes on to a phase. */
  void phase(TestKey key, Phase phase);

  /**
   * The attempt ended: what its lane carries from now on is nobody's; its open sockets stay its
   * own.
   */
  void end(TestKey key);
}
