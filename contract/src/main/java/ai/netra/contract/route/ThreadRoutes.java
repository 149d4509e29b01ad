package ai.netra.contract.route;

import static ai.netra.contract.route.ApiRoute.act;
import static ai.netra.contract.route.ApiRoute.change;
import static ai.netra.contract.route.ApiRoute.get;
import static ai.netra.contract.route.ApiRoute.start;

import java.util.List;

/** Routes of threads and messages. */
final class ThreadRoutes {

  static final List<Route> ALL =
      List.of(
          get("/api/threads", "Threads, last changed first"),
          change("POST", "/api/threads", "Make a thread"),
          get("/api/threads/{id}", "A thread"),
          change("PATCH", "/api/threads/{id}", "Change title or metadata of a thread"),
          act("DELETE", "/api/threads/{id}", "Delete a thread, for 30 days or for good"),
          act("POST", "/api/threads/{id}/restore", "Bring a deleted thread back"),
          get("/api/threads/{id}/messages", "Messages of a thread"),
          act("POST", "/api/threads/{id}/auto-rename", "Title a thread by its first message"),
          change("POST", "/api/threads/bulk", "Delete or restore many threads"),
          get("/api/chat/messages", "Messages, newest first; in one thread oldest first"),
          start("/api/chat/messages", "Send a message, which starts a run"),
          get("/api/chat/messages/{id}", "A message"),
          act("DELETE", "/api/chat/messages/{id}", "Delete a message whose run has ended"));

  private ThreadRoutes() {}
}
