package ai.netra.loop.project;

import java.nio.file.Path;
import java.util.Map;

/**
 * A checked {@code netra.yaml}. Strings that may hold references ({@code ${port:http}}) are kept as
 * written; {@link References} resolves them.
 *
 * @param root the folder that holds the file: the checkout
 * @param consecutive how many full runs in a row must be proved
 */
public record Project(
    Path root,
    String name,
    int consecutive,
    Map<String, TargetSpec> targets,
    Map<String, ServiceSpec> services,
    Map<String, SuiteSpec> suites,
    Map<String, PrioritySpec> priorities) {

  /**
   * The service of a name.
   *
   * @throws IllegalArgumentException when none is declared
   */
  public ServiceSpec service(String name) {
    return declared(services, "services", name);
  }

  /**
   * The target of a name.
   *
   * @throws IllegalArgumentException when none is declared
   */
  public TargetSpec target(String name) {
    return declared(targets, "targets", name);
  }

  /**
   * The suite of a name.
   *
   * @throws IllegalArgumentException when none is declared
   */
  public SuiteSpec suite(String name) {
    return declared(suites, "suites", name);
  }

  private static <T> T declared(Map<String, T> all, String key, String name) {
    T one = all.get(name);
    if (one == null) {
      throw new IllegalArgumentException(
          ProjectReader.FILE + ": " + key + " has no '" + name + "', only " + all.keySet());
    }
    return one;
  }
}
