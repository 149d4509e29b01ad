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
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** The tools over HTTP. */
@RestController
final class ToolController {

  private static final int MOST_NAME = 100;

  private final DirectTools tools;
  private final ToolGate gate;

  ToolController(DirectTools tools, ToolGate gate) {
    this.tools = tools;
    this.gate = gate;
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
    return gate.permission(caller, named(name));
  }

  /** Whether somebody may call a tool is decided before its arguments are read. */
  @PostMapping("/api/tools/execute")
  ToolAnswer execute(Caller caller, Fields fields) throws InterruptedException {
    String name = fields.text("tool_name", 1, MOST_NAME);
    Fields arguments = fields.nested("arguments");
    if (name.isEmpty()) {
      fields.check();
    }
    ToolSpec tool = named(name);
    gate.admit(caller, tool, ToolArguments.dataset(arguments));
    DirectTools.Call call = tools.call(tool, arguments);
    fields.check();
    long began = System.nanoTime();
    DirectTools.Outcome outcome = tools.execute(caller.user(), call);
    return new ToolAnswer(
        tool.name(),
        "completed",
        outcome,
        TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began));
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
