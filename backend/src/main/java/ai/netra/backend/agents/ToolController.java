package ai.netra.backend.agents;

import ai.netra.backend.identity.Caller;
import ai.netra.backend.service.Fields;
import ai.netra.backend.service.Query;
import ai.netra.backend.service.Refused;
import ai.netra.contract.agent.ToolAnswer;
import ai.netra.contract.agent.ToolPermission;
import ai.netra.contract.agent.ToolView;
import ai.netra.contract.error.ErrorCode;
import ai.netra.contract.list.Page;
import ai.netra.contract.plan.Plan;
import io.github.bucket4j.ConsumptionProbe;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** The reading tools over HTTP. */
@RestController
final class ToolController {

  private static final int MOST_NAME = 100;

  private final DirectTools tools;
  private final ToolRates rates;
  private final Plan plan;

  ToolController(DirectTools tools, ToolRates rates, Plan plan) {
    this.tools = tools;
    this.rates = rates;
    this.plan = plan;
  }

  @GetMapping("/api/tools")
  Page<ToolView> list(Query query) {
    String category = query.fields().optionalText("category", 1, MOST_NAME);
    query.fields().check();
    List<ToolView> all =
        ToolRegistry.all().stream()
            .filter(tool -> category == null || tool.category().equals(category))
            .map(ToolSpec::view)
            .toList();
    return new Page<>(all, false, null);
  }

  @GetMapping("/api/tools/{name}")
  ToolView get(@PathVariable("name") String name) {
    return named(name).view();
  }

  @GetMapping("/api/tools/permissions/{name}")
  ToolPermission permission(Caller caller, @PathVariable("name") String name) {
    ToolSpec tool = named(name);
    int remaining = rates.remaining(caller.user(), tool.name());
    String verdict = remaining > 0 ? "allowed" : "rate_limited";
    return new ToolPermission(
        tool.name(),
        caller.may(ToolSpec.RIGHT) ? verdict : "permission_denied",
        ToolSpec.RIGHT,
        plan.name(),
        ToolRates.PER_MINUTE,
        remaining);
  }

  @PostMapping("/api/tools/execute")
  ToolAnswer execute(Caller caller, Fields fields) throws InterruptedException {
    String name = fields.text("tool_name", 1, MOST_NAME);
    Fields given = fields.nested("arguments");
    ToolArguments arguments = ToolArguments.of(given);
    if (ToolRegistry.named(name).isEmpty() && !name.isEmpty()) {
      throw unknown(name);
    }
    fields.check();
    ToolSpec tool = named(name);
    admit(caller, tool);
    long began = System.nanoTime();
    DirectTools.Outcome outcome = tools.execute(caller.user(), tool, arguments);
    return new ToolAnswer(
        tool.name(),
        "completed",
        outcome,
        TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began));
  }

  private void admit(Caller caller, ToolSpec tool) {
    ConsumptionProbe probe = rates.take(caller.user(), tool.name());
    if (!probe.isConsumed()) {
      long wait = TimeUnit.NANOSECONDS.toMillis(probe.getNanosToWaitForRefill());
      throw new Refused(
          ErrorCode.RATE_LIMITED,
          "tool %s: at most %d calls a minute".formatted(tool.name(), ToolRates.PER_MINUTE),
          Map.of("limit", ToolRates.PER_MINUTE, "window_seconds", 60, "retry_after_ms", wait));
    }
  }

  private static ToolSpec named(String name) {
    return ToolRegistry.named(name).orElseThrow(() -> unknown(name));
  }

  private static Refused unknown(String name) {
    return new Refused(
        ErrorCode.TOOL_NOT_FOUND,
        "tool: one of the registry, got " + name,
        Map.of("known", ToolRegistry.names()));
  }
}
