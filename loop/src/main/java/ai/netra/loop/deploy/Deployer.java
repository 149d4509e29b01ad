package ai.netra.loop.deploy;

/** Deploys a tree of a project. */
public interface Deployer {

  /**
   * Builds, starts and attests every service in the order of its needs.
   *
   * @return {@link Outcome.Attested} with the deployment, or why the gate is closed; then nothing
   *     is left running
   */
  Outcome deploy();

  /** The end of a deploy. */
  sealed interface Outcome {

    /** All services answered for their builds. */
    record Attested(Deployment deployment) implements Outcome {}

    /**
     * The gate is closed.
     *
     * @param unbuilt whether it closed because the service cannot be built
     */
    record Closed(String service, String reason, boolean unbuilt) implements Outcome {

      public Closed(String service, String reason) {
        this(service, reason, false);
      }
    }
  }
}
