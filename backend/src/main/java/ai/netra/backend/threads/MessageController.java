package ai.netra.backend.threads;

import ai.netra.backend.identity.Caller;
import ai.netra.backend.service.Fields;
import ai.netra.backend.service.Query;
import ai.netra.backend.threads.Threads.MessageQuery;
import ai.netra.contract.list.Page;
import ai.netra.contract.thread.MessageView;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The routes of messages that are stored; sending one starts a run and stands with runs. */
@RestController
final class MessageController {

  private final Threads threads;

  MessageController(Threads threads) {
    this.threads = threads;
  }

  @GetMapping("/api/chat/messages")
  Page<MessageView> list(Caller caller, Query query) {
    Fields fields = query.fields();
    String threadId = fields.optionalText("thread_id", 1, 128);
    MessageQuery asked =
        new MessageQuery(
            threadId,
            threadId != null,
            Threads.Room.of((int) fields.integer("limit", 1, 100, 50)),
            fields.optionalText("page_token", 1, 128));
    fields.check();
    return threads.messages(caller.user(), asked);
  }

  @GetMapping("/api/chat/messages/{id}")
  MessageView get(Caller caller, @PathVariable("id") String id) {
    return threads.message(caller.user(), id);
  }

  @DeleteMapping("/api/chat/messages/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void delete(Caller caller, @PathVariable("id") String id) {
    threads.deleteMessage(caller.user(), id);
  }
}
