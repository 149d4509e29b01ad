package ai.netra.loop.record;

/**
 * A service is about to be started; the key {@code deploy/<round>/<service>/<build>} finds its
 * outcome.
 */
public record DeployIntent(String service, String build, String deploy) implements Entry {

  /** The key of this side effect in a round. */
  public String key(int round) {
    return "deploy/" + round + "/" + service + "/" + build;
  }
}
