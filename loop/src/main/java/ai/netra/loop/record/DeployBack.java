package ai.netra.loop.record;

import java.util.List;

/**
 * A closed deploy goes back to the last proved deployment; the lines of its attestation follow.
 *
 * @param run the run that proved it
 * @param tree the tree that it was built from
 */
public record DeployBack(String run, String target, String tree, List<Kept> services)
    implements Entry {

  public DeployBack {
    services = List.copyOf(services);
  }

  /** The cached artifact of a service, by build and digest. */
  public record Kept(String service, String build, String digest) {}
}
