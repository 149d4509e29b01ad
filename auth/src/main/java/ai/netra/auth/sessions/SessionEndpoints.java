package ai.netra.auth.sessions;

import ai.netra.auth.audit.Origin;
import ai.netra.auth.store.Store;
import ai.netra.auth.web.Answer;
import ai.netra.auth.web.Call;
import ai.netra.auth.web.Endpoint;
import ai.netra.auth.web.Endpoints;
import java.time.Clock;

/** The caller's sessions. */
final class SessionEndpoints {

  private static final int PAGE = 20;
  private static final int LONGEST_PAGE = 100;

  private final Store store;
  private final Endings endings;
  private final Clock clock;

  SessionEndpoints(Store store, Endings endings, Clock clock) {
    this.store = store;
    this.endings = endings;
    this.clock = clock;
  }

  Endpoints endpoints() {
    return Endpoints.of(
        new Endpoint("GET /auth/sessions", this::list),
        new Endpoint("DELETE /auth/sessions", this::endOthers),
        new Endpoint("DELETE /auth/sessions/{id}", this::endOne));
  }

  private Answer list(Call call) {
    int limit = (int) call.number("limit", PAGE, 1, LONGEST_PAGE);
    String after = call.request().getParameter("page_token");
    SessionList list = new SessionList(call.signedIn(), clock.instant());
    return Answer.ok(store.read(sql -> list.page(sql, limit, after)));
  }

  private Answer endOthers(Call call) {
    var caller = call.signedIn();
    store.change(
        transaction -> {
          int _ =
              endings.allBut(
                  transaction,
                  caller.subject(),
                  caller.sessionId(),
                  "ended_by_owner",
                  Origin.of(call));
        });
    return Answer.nothing();
  }

  private Answer endOne(Call call) {
    String id = call.parameter("id");
    String account = call.signedIn().subject();
    boolean ended =
        store.write(
            transaction ->
                SessionList.owned(transaction.sql(), account, id)
                    && endings.session(
                        transaction, account, id, "ended_by_owner", Origin.of(call)));
    if (!ended) {
      throw Call.notFound("session");
    }
    return Answer.nothing();
  }
}
