package ai.netra.loop.project;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

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
    AuditSpec audit,
    MendingSpec mending) {

  /** How far the loop may go when tests are not proved. */
  public record MendingSpec(
      RepositorySpec repository,
      PolicySpec policy,
      List<FixerSpec> fixers,
      int parallel,
      BudgetSpec budget) {}

  /**
   * Where commits land.
   *
   * @param branch null for the one that is checked out
   * @param remote where pushes go; null for nowhere
   */
  public record RepositorySpec(@Nullable String branch, @Nullable String remote) {}

  /**
   * What a fix needs a person for, and what it is kept from.
   *
   * @param repairedTests whether a repaired test may await approval at all
   * @param approval words ({@code commit}, {@code revert} …) and patterns of paths: what touches
   *     them waits for a person, so long as {@code within}
   * @param network hosts that a candidate may reach
   * @param sandboxOff null where a sandbox is required
   */
  public record PolicySpec(
      boolean repairedTests,
      CommitMode commit,
      boolean push,
      boolean pullRequest,
      List<String> approval,
      Duration within,
      List<String> network,
      @Nullable SandboxOff sandboxOff) {

    /** Whether fixers may work without a sandbox on this day. */
    public boolean withoutSandbox(LocalDate today) {
      return sandboxOff != null && !today.isAfter(sandboxOff.until());
    }
  }

  /** Whether tested candidates are committed. */
  public enum CommitMode {
    AUTO,
    ASK,
    NEVER
  }

  /** No sandbox up to and with a day, and why. */
  public record SandboxOff(LocalDate until, String reason) {}

  /**
   * A fixer of {@code fixers.use}, in the order in which they are tried.
   *
   * @param command of an agent: a command line that may hold {@code ${env:NAME}}
   * @param acp of an agent: the same for one that speaks the Agent Client Protocol
   * @param attempts at a cluster
   * @param time of an attempt
   * @param usd what an attempt may cost; unknown cost counts as this much
   * @param maxAge of a culprit that is reverted
   * @param perDay so many reverts a day
   */
  public record FixerSpec(
      FixerKind kind,
      String name,
      @Nullable String command,
      @Nullable String acp,
      int attempts,
      Duration time,
      BigDecimal usd,
      Duration maxAge,
      int perDay) {}

  /** The kinds of fixers, by the words of {@code netra.yaml}. */
  public enum FixerKind {
    REVERT,
    RESTORE_CONFIG,
    RECIPE,
    AGENT,
    HUMAN;

    /** The word of {@code netra.yaml}. */
    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /**
   * When a run stops though clusters are open.
   *
   * @param usd of all attempts together; with 0 no fixer that costs is called
   * @param noProgress so many rounds without progress
   * @param perCluster so many attempts at one cluster
   */
  public record BudgetSpec(
      Duration time, int rounds, BigDecimal usd, int noProgress, int perCluster) {}

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
        audit,
        mending);
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
