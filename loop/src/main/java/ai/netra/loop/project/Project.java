package ai.netra.loop.project;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

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
    Map<String, PrioritySpec> priorities,
    InstancesSpec instances,
    List<Measure> performance,
    int errors,
    AuditSpec audit) {

  /**
   * What {@code policy} says to audits.
   *
   * @param allow patterns of the paths that a fix may write, {@code deny} of those that it may not
   * @param pass the least score that is approved
   * @param mirrors places that repeat one fact on purpose
   */
  public record AuditSpec(List<String> allow, List<String> deny, int pass, List<Mirror> mirrors) {}

  /** A file that holds a fact, and one that repeats it. */
  public record Mirror(String fact, String copy) {}

  /**
   * What tests may start for themselves.
   *
   * @param max so many instances live at once
   * @param between by service, the services that an own instance of it calls through the gateway
   */
  public record InstancesSpec(int max, Map<String, List<String>> between) {

    /** The services that an own instance of this one calls through the gateway. */
    public List<String> calledBy(String service) {
      return between.getOrDefault(service, List.of());
    }
  }

  /**
   * A declared target of {@code performance}.
   *
   * @param frames whether it is measured between frames of a socket, not over whole answers
   * @param what {@code SERVICE METHOD /path/{template}}, or {@code SERVICE type -> type}
   * @param percentile 50, 95 or 99
   */
  public record Measure(
      String name,
      boolean frames,
      String what,
      int percentile,
      Duration target,
      boolean critical) {}

  /** The same project with the suites that another one declares. */
  public Project withSuitesOf(Project other) {
    return new Project(
        root,
        name,
        consecutive,
        targets,
        services,
        other.suites,
        priorities,
        instances,
        performance,
        errors,
        audit);
  }

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

  /** The service and all that it needs, directly or not. */
  public Set<String> withNeeds(String service) {
    Set<String> names = new LinkedHashSet<>();
    Deque<String> open = new ArrayDeque<>(List.of(service));
    while (!open.isEmpty()) {
      String next = open.pop();
      if (names.add(next)) {
        open.addAll(service(next).needs());
      }
    }
    return names;
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
