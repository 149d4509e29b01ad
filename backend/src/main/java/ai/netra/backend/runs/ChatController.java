package ai.netra.backend.runs;

import ai.netra.backend.events.Cause;
import ai.netra.backend.identity.Caller;
import ai.netra.backend.service.Fields;
import ai.netra.backend.service.Limits;
import ai.netra.backend.threads.Threads;
import ai.netra.contract.run.PostedMessage;
import ai.netra.contract.run.RunView;
import ai.netra.contract.thread.MessageView;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** The route that sends a message, which starts a run unless it says otherwise. */
@RestController
final class ChatController {

  private final Runs runs;
  private final Threads threads;
  private final Limits limits;

  ChatController(Runs runs, Threads threads, Limits limits) {
    this.runs = runs;
    this.threads = threads;
    this.limits = limits;
  }

  @PostMapping("/api/chat/messages")
  ResponseEntity<PostedMessage> post(
      Caller caller,
      Fields fields,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
    boolean starts = fields.flag("run", true);
    StartRun request = StartBody.read(fields, limits, null, key);
    Cause cause = new Cause(caller, request.clientMessageId());
    if (!starts) {
      return created(runs.store(cause, request), null, false);
    }
    StartOutcome outcome = runs.start(cause, request);
    RunView run = outcome.run();
    MessageView message = threads.message(caller.user(), run.head().messageId());
    return created(message, run, outcome instanceof StartOutcome.Duplicate);
  }

  private static ResponseEntity<PostedMessage> created(
      MessageView message, @Nullable RunView run, boolean replayed) {
    ResponseEntity.BodyBuilder answer =
        ResponseEntity.created(URI.create("/api/chat/messages/" + message.id()));
    if (replayed) {
      answer.header("Idempotency-Replayed", "true");
    }
    return answer.body(new PostedMessage(message, run));
  }
}
