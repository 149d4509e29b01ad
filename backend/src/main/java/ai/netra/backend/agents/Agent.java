package ai.netra.backend.agents;

/**
 * An agent: it sees only its typed input, made from finished results. Agents hold no state, so
 * users share nothing.
 */
interface Agent<I extends Record, O extends StepResult> {

  AgentName name();

  /** The input, or what it lacks. */
  Prepared<I> prepare(Finished finished);

  /**
   * Computes the result on the caller's thread.
   *
   * @throws InterruptedException when the run was cancelled or its time is over
   */
  O run(I input, Work work) throws InterruptedException;

  /** A sentence about the result, for people. */
  String summary(O result);

  /** Whether an agent can work. */
  sealed interface Prepared<I> {

    /** With this input. */
    record Ready<I>(I input) implements Prepared<I> {}

    /** Not without this; the step is skipped. */
    record Missing<I>(String what) implements Prepared<I> {}
  }
}
