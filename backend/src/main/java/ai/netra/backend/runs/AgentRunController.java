package ai.netra.backend.runs;

import ai.netra.backend.events.Cause;
import ai.netra.backend.identity.Caller;
import ai.netra.backend.service.Fields;
import ai.netra.backend.service.Limits;
import ai.netra.backend.service.Query;
import ai.netra.backend.service.Refused;
import ai.netra.contract.error.ErrorCode;
import ai.netra.contract.list.Page;
import ai.netra.contract.run.ActiveRun;
import ai.netra.contract.run.Execution;
import ai.netra.contract.run.RunHead;
import ai.netra.contract.run.RunView;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** The routes that ask agents: with a wait for the answer, or without. */
@RestController
final class AgentRunController {

  private static final int MAX_WAIT_SECONDS = 25;
  private static final int ID_CHARACTERS = 64;

  private final Runs runs;
  private final Limits limits;

  AgentRunController(Runs runs, Limits limits) {
    this.runs = runs;
    this.limits = limits;
  }

  @PostMapping("/api/agents/execute")
  ResponseEntity<Object> execute(
      Caller caller,
      Fields fields,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key)
      throws InterruptedException {
    if (!fields.has("agent_type")) {
      fields.violation("agent_type", "an agent of the registry", "nothing");
    }
    return executed(caller, fields, null, key);
  }

  @PostMapping("/api/agents/{name}")
  ResponseEntity<Object> executeNamed(
      Caller caller,
      @PathVariable("name") String name,
      Fields fields,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key)
      throws InterruptedException {
    return executed(caller, fields, name, key);
  }

  private ResponseEntity<Object> executed(
      Caller caller, Fields fields, @Nullable String agent, @Nullable String key)
      throws InterruptedException {
    long wait = fields.integer("wait_seconds", 0, MAX_WAIT_SECONDS, MAX_WAIT_SECONDS);
    StartRun request = StartBody.read(fields, limits, agent, key);
    String id = runs.start(new Cause(caller, request.clientMessageId()), request).run().head().id();
    RunView run = runs.await(caller.user(), id, Duration.ofSeconds(wait));
    return switch (run.head().state()) {
      case "completed" -> ResponseEntity.ok(Execution.of(run));
      case "failed", "cancelled" -> throw failed(run.head());
      default -> ResponseEntity.accepted().header("Location", "/api/runs/" + id).body(run);
    };
  }

  private static Refused failed(RunHead run) {
    Map<String, Object> details = Map.of("run_id", run.id());
    String code = run.errorCode();
    if (code == null) {
      return new Refused(
          ErrorCode.CONFLICT, "run %s: it was cancelled".formatted(run.id()), details);
    }
    String message = run.errorMessage();
    return new Refused(
        ErrorCode.valueOf(code),
        message == null ? "run %s: it failed".formatted(run.id()) : message,
        details);
  }

  @PostMapping("/api/agents/start")
  ResponseEntity<RunView> start(
      Caller caller,
      Fields fields,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
    StartRun request = StartBody.read(fields, limits, null, key);
    Cause cause = new Cause(caller, request.clientMessageId());
    return RunController.accepted(runs.start(cause, request));
  }

  @PostMapping("/api/agents/stop")
  RunView stop(Caller caller, Fields fields) {
    String id = fields.text("run_id", 1, ID_CHARACTERS);
    String reason = fields.optionalText("reason", 0, 200);
    fields.check();
    return RunController.stopped(runs, caller, id, reason);
  }

  @GetMapping("/api/agents/status")
  Page<ActiveRun> status(Caller caller, Query query) {
    String id = query.fields().optionalText("run_id", 1, ID_CHARACTERS);
    query.fields().check();
    List<ActiveRun> found =
        id == null ? runs.unfinished(caller.user()) : List.of(runs.status(caller.user(), id));
    return new Page<>(found, false, null);
  }
}
