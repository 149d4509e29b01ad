package ai.netra.backend.agents;

import ai.netra.backend.service.Limits;
import ai.netra.backend.service.Refused;
import ai.netra.contract.agent.AgentView;
import ai.netra.contract.error.ErrorCode;
import ai.netra.contract.list.Page;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The registry of agents over HTTP. */
@RestController
final class AgentController {

  private final Limits limits;

  AgentController(Limits limits) {
    this.limits = limits;
  }

  /** What holds for an agent. */
  record AgentConfig(
      int runTimeoutSeconds,
      int stepTimeoutSeconds,
      int maxMessageChars,
      List<String> steps,
      List<String> tools) {}

  @GetMapping("/api/agents")
  Page<AgentView> list() {
    return new Page<>(AgentCard.all(false), false, null);
  }

  @GetMapping("/api/agents/discovery")
  Page<AgentView> discovery() {
    return new Page<>(AgentCard.all(true), false, null);
  }

  @GetMapping("/api/agents/config")
  Map<String, Map<String, AgentConfig>> configuration() {
    Map<String, AgentConfig> all = new LinkedHashMap<>();
    Arrays.stream(AgentName.values()).forEach(each -> all.put(each.wireName(), config(each)));
    return Map.of("data", all);
  }

  @GetMapping("/api/agents/{name}")
  AgentView get(@PathVariable("name") String name) {
    return AgentCard.of(named(name), false);
  }

  @GetMapping("/api/agents/{name}/config")
  AgentConfig configuration(@PathVariable("name") String name) {
    return config(named(name));
  }

  private AgentConfig config(AgentName agent) {
    List<String> steps =
        agent == AgentName.SUPERVISOR
            ? RunPlan.PARTIAL.steps(Sufficiency.Level.PARTIAL).stream()
                .map(AgentName::wireName)
                .toList()
            : List.of(agent.wireName());
    List<String> tools =
        agent == AgentName.SUPERVISOR
            ? Arrays.stream(AgentName.values())
                .flatMap(each -> AgentCard.tools(each).stream())
                .distinct()
                .toList()
            : AgentCard.tools(agent);
    return new AgentConfig(
        limits.runTimeoutSeconds(),
        limits.stepTimeoutSeconds(),
        limits.maxMessageChars(),
        steps,
        tools);
  }

  private static AgentName named(String name) {
    return AgentName.named(name)
        .orElseThrow(
            () ->
                new Refused(
                    ErrorCode.AGENT_NOT_FOUND,
                    "agent: one of the registry, got " + name,
                    Map.of(
                        "known",
                        Arrays.stream(AgentName.values()).map(AgentName::wireName).toList())));
  }
}
