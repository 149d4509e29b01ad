package ai.netra.backend.threads;

import ai.netra.backend.events.Cause;
import ai.netra.backend.identity.Caller;
import ai.netra.backend.service.Fields;
import ai.netra.backend.service.Query;
import ai.netra.backend.service.Refused;
import ai.netra.backend.threads.Threads.MessageQuery;
import ai.netra.backend.threads.Threads.NewThread;
import ai.netra.backend.threads.Threads.ThreadChange;
import ai.netra.backend.threads.Threads.ThreadQuery;
import ai.netra.contract.list.Page;
import ai.netra.contract.thread.BulkItem;
import ai.netra.contract.thread.MessageView;
import ai.netra.contract.thread.ThreadView;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The routes of threads. */
@RestController
final class ThreadController {

  private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9._:-]{0,127}");
  private static final int TITLE_CHARACTERS = 200;
  private static final int METADATA_BYTES = 2048;
  private static final int SEARCH_CHARACTERS = 100;
  private static final int BULK = 100;

  private final Threads threads;

  ThreadController(Threads threads) {
    this.threads = threads;
  }

  @GetMapping("/api/threads")
  Page<ThreadView> list(Caller caller, Query query) {
    Fields fields = query.fields();
    ThreadQuery asked =
        new ThreadQuery(
            fields.optionalText("q", 0, SEARCH_CHARACTERS),
            fields.choice("state", List.of("active", "deleted"), "active"),
            Threads.Room.of((int) fields.integer("limit", 1, 100, 20)),
            fields.optionalText("page_token", 1, 128));
    fields.check();
    return threads.list(caller.user(), asked);
  }

  @PostMapping("/api/threads")
  ResponseEntity<ThreadView> create(Caller caller, Fields fields) {
    NewThread asked =
        new NewThread(
            fields.optionalMatch("id", ID, ID.pattern()),
            titleOrNull(fields),
            fields.object("metadata", METADATA_BYTES));
    fields.check();
    ThreadView made = threads.create(Cause.of(caller), asked);
    return ResponseEntity.created(URI.create("/api/threads/" + made.id())).body(made);
  }

  private static @Nullable String titleOrNull(Fields fields) {
    String title = fields.optionalText("title", 0, TITLE_CHARACTERS);
    return title == null || title.isEmpty() ? null : title;
  }

  @GetMapping("/api/threads/{id}")
  ThreadView get(Caller caller, @PathVariable("id") String id) {
    return threads.get(caller.user(), id);
  }

  @PatchMapping("/api/threads/{id}")
  ThreadView change(Caller caller, @PathVariable("id") String id, Fields fields) {
    String title = fields.optionalText("title", 1, TITLE_CHARACTERS);
    Map<String, Object> metadata = fields.object("metadata", METADATA_BYTES);
    ThreadChange change = new ThreadChange(title, fields.has("metadata") ? metadata : null);
    fields.check();
    return threads.change(Cause.of(caller), id, change);
  }

  @DeleteMapping("/api/threads/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void delete(Caller caller, @PathVariable("id") String id, Query query) {
    boolean purge = query.fields().flag("purge", false);
    query.fields().check();
    threads.delete(Cause.of(caller), id, purge);
  }

  @PostMapping("/api/threads/{id}/restore")
  ThreadView restore(Caller caller, @PathVariable("id") String id) {
    return threads.restore(Cause.of(caller), id);
  }

  @PostMapping("/api/threads/{id}/auto-rename")
  ThreadView autoRename(Caller caller, @PathVariable("id") String id) {
    return threads.autoRename(Cause.of(caller), id);
  }

  @GetMapping("/api/threads/{id}/messages")
  Page<MessageView> messages(Caller caller, @PathVariable("id") String id, Query query) {
    Fields fields = query.fields();
    String order = fields.choice("order", List.of("asc", "desc"), "asc");
    MessageQuery asked =
        new MessageQuery(
            id,
            order.equals("asc"),
            Threads.Room.of((int) fields.integer("limit", 1, 100, 50)),
            fields.optionalText("page_token", 1, 128));
    fields.check();
    return threads.messages(caller.user(), asked);
  }

  @PostMapping("/api/threads/bulk")
  ResponseEntity<Map<String, List<BulkItem>>> bulk(Caller caller, Fields fields) {
    String action = fields.choice("action", List.of("delete", "restore"), "");
    List<String> ids = fields.texts("ids", BULK, 128);
    if (action.isEmpty() && !fields.has("action")) {
      fields.violation("action", "delete or restore", "nothing");
    }
    if (ids.isEmpty()) {
      fields.violation("ids", "1..100 ids", "nothing");
    }
    fields.check();
    List<BulkItem> items =
        ids.stream().map(id -> one(Cause.of(caller), action.equals("delete"), id)).toList();
    boolean failed = items.stream().anyMatch(item -> item.errorCode() != null);
    return ResponseEntity.status(failed ? HttpStatus.MULTI_STATUS : HttpStatus.OK)
        .body(Map.of("data", items));
  }

  private BulkItem one(Cause cause, boolean delete, String id) {
    try {
      if (delete) {
        threads.delete(cause, id, false);
      } else {
        threads.restore(cause, id);
      }
      return new BulkItem(id, delete ? "deleted" : "restored", null);
    } catch (Refused refused) {
      return new BulkItem(id, "failed", refused.code().name());
    }
  }
}
