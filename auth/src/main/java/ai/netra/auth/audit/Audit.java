package ai.netra.auth.audit;

import ai.netra.auth.service.Ids;
import ai.netra.auth.store.Store.Transaction;
import java.time.Clock;
import java.time.Duration;

/** Writes audit events in the transaction that they describe. Safe for many threads. */
public final class Audit {

  private static final Duration KEPT = Duration.ofDays(400);

  private final Clock clock;
  private final Ids ids;

  public Audit(Clock clock, Ids ids) {
    this.clock = clock;
    this.ids = ids;
  }

  /** Writes one event. */
  public void write(Transaction transaction, AuditEvent event) {
    int _ =
        transaction
            .sql()
            .sql(
                """
                INSERT INTO audit_events (id, at, kind, outcome, account_id, client_id,
                  session_id, ip, user_agent, detail, trace_id)
                VALUES (:id, :at, :kind, :outcome, :account, :client, :session, :ip, :agent,
                  :detail, :trace)
                """)
            .param("id", ids.next("ae_"))
            .param("at", clock.millis())
            .param("kind", event.kind())
            .param("outcome", event.outcome())
            .param("account", event.subject().accountId())
            .param("client", event.subject().clientId())
            .param("session", event.subject().sessionId())
            .param("ip", event.origin().ip())
            .param("agent", event.origin().userAgent())
            .param("detail", event.detail())
            .param("trace", event.origin().traceId())
            .update();
  }

  /** Strips what could name the person from the events of an account that is erased. */
  public void strip(Transaction transaction, String accountId) {
    int _ =
        transaction
            .sql()
            .sql("UPDATE audit_events SET ip = NULL, user_agent = NULL WHERE account_id = :id")
            .param("id", accountId)
            .update();
  }

  /** Deletes what is older than 400 days. */
  void tidy(Transaction transaction) {
    int _ =
        transaction
            .sql()
            .sql("DELETE FROM audit_events WHERE at < :oldest")
            .param("oldest", clock.instant().minus(KEPT).toEpochMilli())
            .update();
  }
}
