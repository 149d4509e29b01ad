package ai.netra.auth.audit;

import org.jspecify.annotations.Nullable;

/**
 * One event.
 *
 * @param kind area and what happened, such as {@code login.failed}
 * @param subject who or what it happened to
 * @param detail never a token, secret or address
 */
public record AuditEvent(
    String kind, String outcome, Subject subject, Origin origin, String detail) {

  /** Whom it concerns. */
  public record Subject(
      @Nullable String accountId, @Nullable String clientId, @Nullable String sessionId) {

    /** An account alone. */
    public static Subject account(String id) {
      return new Subject(id, null, null);
    }

    /** A client alone. */
    public static Subject client(String id) {
      return new Subject(null, id, null);
    }

    /** Nobody that is known. */
    public static Subject none() {
      return new Subject(null, null, null);
    }
  }

  /** Something that the service did by itself. */
  public static AuditEvent of(String kind, String detail) {
    return new AuditEvent(kind, "done", Subject.none(), Origin.service(), detail);
  }
}
