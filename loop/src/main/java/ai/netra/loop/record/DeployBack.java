package ai.netra.loop.record;

import java.util.List;
import java.util.Objects;

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

  /**
   * The cached artifact of a service, by build and digest.
   *
   * @param errors the templates of the errors that it logged while it was proved
   */
  public record Kept(String service, String build, String digest, List<String> errors) {

    public Kept {
      errors = List.copyOf(Objects.requireNonNullElse(errors, List.of()));
    }
  }
}
