package ai.netra.backend.runs;

import ai.netra.backend.events.Cause;
import ai.netra.backend.events.Events;
import ai.netra.backend.identity.Caller;
import ai.netra.backend.runs.Runs.RunEvents;
import ai.netra.backend.runs.Runs.RunQuery;
import ai.netra.backend.runs.Runs.StopRequest;
import ai.netra.backend.runs.StopOutcome.AlreadyFinished;
import ai.netra.backend.runs.StopOutcome.Stopping;
import ai.netra.backend.service.Fields;
import ai.netra.backend.service.Limits;
import ai.netra.backend.service.Query;
import ai.netra.backend.service.Refused;
import ai.netra.contract.error.ErrorCode;
import ai.netra.contract.list.Page;
import ai.netra.contract.run.RunFrames;
import ai.netra.contract.run.RunHead;
import ai.netra.contract.run.RunView;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The routes of runs. */
@RestController
final class RunController {

  private static final List<String> STATES =
      List.of("queued", "running", "completed", "failed", "cancelled");
  private static final int REASON_CHARACTERS = 200;
  private static final int COMMENT_CHARACTERS = 2000;

  private final Runs runs;
  private final Events events;
  private final Limits limits;

  RunController(Runs runs, Events events, Limits limits) {
    this.runs = runs;
    this.events = events;
    this.limits = limits;
  }

  @PostMapping("/api/runs")
  ResponseEntity<RunView> start(
      Caller caller,
      Fields fields,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
    StartRun request = StartBody.read(fields, limits, null, key);
    return accepted(runs.start(new Cause(caller, request.clientMessageId()), request));
  }

  /** 202 with the run, and whether it was there before. */
  static ResponseEntity<RunView> accepted(StartOutcome outcome) {
    ResponseEntity.BodyBuilder answer =
        ResponseEntity.accepted().header("Location", "/api/runs/" + outcome.run().head().id());
    if (outcome instanceof StartOutcome.Duplicate) {
      answer.header("Idempotency-Replayed", "true");
    }
    return answer.body(outcome.run());
  }

  @GetMapping("/api/runs")
  Page<RunHead> list(Caller caller, Query query) {
    Fields fields = query.fields();
    RunQuery asked =
        new RunQuery(
            fields.optionalText("thread_id", 1, 128),
            fields.optionalChoice("state", STATES),
            fields.optionalInstant("from"),
            fields.optionalInstant("to"),
            (int) fields.integer("limit", 1, 100, 20),
            fields.optionalText("page_token", 1, 128));
    fields.check();
    return runs.list(caller.user(), asked);
  }

  @GetMapping("/api/runs/{id}")
  RunView get(Caller caller, @PathVariable("id") String id) {
    return runs.get(caller.user(), id);
  }

  @GetMapping("/api/runs/{id}/events")
  RunFrames events(Caller caller, @PathVariable("id") String id, Query query) {
    Fields fields = query.fields();
    long afterSeq = fields.integer("after_seq", 0, Integer.MAX_VALUE, 0);
    int limit = (int) fields.integer("limit", 1, 1000, 200);
    fields.check();
    RunEvents found = runs.events(caller.user(), id, afterSeq, limit);
    return new RunFrames(
        found.events().stream().map(event -> events.frame(caller.user(), event)).toList(),
        found.hasMore(),
        found.lastSeq());
  }

  @PostMapping("/api/runs/{id}/cancel")
  @ResponseStatus(HttpStatus.ACCEPTED)
  RunView cancel(Caller caller, @PathVariable("id") String id, Fields fields) {
    String reason = fields.optionalText("reason", 0, REASON_CHARACTERS);
    fields.check();
    return stopped(runs, caller, id, reason);
  }

  /** Stops a run, or refuses when it has ended. */
  static RunView stopped(Runs runs, Caller caller, String id, @Nullable String reason) {
    switch (runs.stop(Cause.of(caller), new StopRequest(id, null, reason))) {
      case Stopping stopping -> stopping.proceed().run();
      case AlreadyFinished _ ->
          throw new Refused(
              ErrorCode.RUN_FINISHED,
              "run %s: one that is unfinished, got one that has ended".formatted(id),
              Map.of("run_id", id));
    }
    return runs.get(caller.user(), id);
  }

  @PostMapping("/api/runs/{id}/retry")
  ResponseEntity<RunView> retry(Caller caller, @PathVariable("id") String id) {
    return accepted(runs.retry(Cause.of(caller), id));
  }

  @PutMapping("/api/runs/{id}/feedback")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void feedback(Caller caller, @PathVariable("id") String id, Fields fields) {
    long rating = fields.integer("rating", 1, 5, 0);
    if (!fields.has("rating")) {
      fields.violation("rating", "integer 1..5", "nothing");
    }
    String comment = fields.optionalText("comment", 0, COMMENT_CHARACTERS);
    fields.check();
    runs.feedback(caller.user(), id, (int) rating, comment);
  }
}
