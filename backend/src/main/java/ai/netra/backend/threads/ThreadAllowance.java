package ai.netra.backend.threads;

import ai.netra.backend.service.Refused;
import ai.netra.contract.error.ErrorCode;
import ai.netra.contract.plan.Plan;
import java.util.List;
import java.util.Map;

/**
 * How many threads a plan allows.
 *
 * @param plan the user's plan
 * @param offered plans that could be chosen instead, the smallest first
 */
record ThreadAllowance(Plan plan, List<Plan> offered) {

  /** Refuses one more thread than the plan allows. */
  void check(long used) {
    if (allows(plan, used)) {
      return;
    }
    Map<String, Object> details =
        offered.stream()
            .filter(other -> allows(other, used))
            .findFirst()
            .<Map<String, Object>>map(
                other -> Map.of("limit", "threads", "use", used, "plan", other.name()))
            .orElse(Map.of("limit", "threads", "use", used));
    throw new Refused(
        ErrorCode.PLAN_LIMIT,
        "threads: at most %d on plan %s, got %d".formatted(plan.threads(), plan.name(), used + 1),
        details);
  }

  private static boolean allows(Plan plan, long used) {
    return plan.threads() == null || used < plan.threads();
  }
}
