package ai.netra.backend.agents;

import ai.netra.backend.identity.Caller;
import ai.netra.backend.service.Refused;
import ai.netra.backend.usage.Usage;
import ai.netra.contract.agent.ToolPermission;
import ai.netra.contract.error.ErrorCode;
import ai.netra.contract.plan.Plan;
import io.github.bucket4j.ConsumptionProbe;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The checks before a direct call, in their order; the first that fails decides. */
final class ToolGate {

  /** A right of these is asked of the plan too. */
  private static final String OF_TOOLS = "tools:";

  private final Usage usage;
  private final ToolRates rates;
  private final Plan plan;
  private final List<Plan> offered;

  /**
   * @param plan what every user has
   * @param offered plans that could be chosen instead, the smallest first
   */
  ToolGate(Usage usage, ToolRates rates, Plan plan, List<Plan> offered) {
    this.usage = usage;
    this.rates = rates;
    this.plan = plan;
    this.offered = List.copyOf(offered);
  }

  /**
   * Takes one call of the caller's rate, or refuses.
   *
   * @param dataset the one that the arguments name, else the default one
   * @throws Refused NOT_FOUND, PERMISSION_DENIED, PLAN_LIMIT or RATE_LIMITED
   */
  void admit(Caller caller, ToolSpec tool, String dataset) {
    if (tool.takes("dataset") && !usage.exists(caller.user(), dataset)) {
      throw new Refused(
          ErrorCode.NOT_FOUND,
          "data set: one of yours, got " + dataset,
          Map.of("resource", "dataset"));
    }
    if (!caller.may(tool.right())) {
      throw new Refused(
          ErrorCode.PERMISSION_DENIED,
          "tool %s: needs the right %s".formatted(tool.name(), tool.right()),
          Map.of("needs", tool.right()));
    }
    if (!included(plan, tool)) {
      throw beyondPlan(tool);
    }
    take(caller, tool);
  }

  /** What {@link #admit} would say of a call now. */
  ToolPermission permission(Caller caller, ToolSpec tool) {
    int remaining = rates.remaining(caller.user(), tool.name());
    return new ToolPermission(
        tool.name(),
        verdict(caller, tool, remaining),
        tool.right(),
        plan.name(),
        ToolRates.PER_MINUTE,
        remaining);
  }

  private String verdict(Caller caller, ToolSpec tool, int remaining) {
    if (!caller.may(tool.right())) {
      return "permission_denied";
    }
    if (!included(plan, tool)) {
      return "plan_limit";
    }
    return remaining > 0 ? "allowed" : "rate_limited";
  }

  private static boolean included(Plan plan, ToolSpec tool) {
    return !tool.right().startsWith(OF_TOOLS) || plan.tools().contains(tool.right());
  }

  private Refused beyondPlan(ToolSpec tool) {
    Optional<Plan> enough = offered.stream().filter(other -> included(other, tool)).findFirst();
    Map<String, Object> details = new LinkedHashMap<>();
    details.put("limit", tool.right());
    enough.ifPresent(other -> details.put("plan", other.name()));
    return new Refused(
        ErrorCode.PLAN_LIMIT,
        "tool %s: a plan with %s, got %s".formatted(tool.name(), tool.right(), plan.name()),
        details);
  }

  private void take(Caller caller, ToolSpec tool) {
    ConsumptionProbe probe = rates.take(caller.user(), tool.name());
    if (!probe.isConsumed()) {
      long wait = TimeUnit.NANOSECONDS.toMillis(probe.getNanosToWaitForRefill());
      throw new Refused(
          ErrorCode.RATE_LIMITED,
          "tool %s: at most %d calls a minute".formatted(tool.name(), ToolRates.PER_MINUTE),
          Map.of("limit", ToolRates.PER_MINUTE, "window_seconds", 60, "retry_after_ms", wait));
    }
  }
}
