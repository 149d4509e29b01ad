package ai.netra.auth.sessions;

/** Why a grant ends before its session. */
enum GrantEnd {
  /** A refresh token was used twice. */
  REUSE("reuse_detected", "grant.reuse_detected"),
  /** A code was used twice. */
  REPLAY("code_replayed", "grant.reuse_detected"),
  /** Its client said so. */
  REVOKED("revoked", "grant.ended");

  private final String reason;
  private final String auditKind;

  GrantEnd(String reason, String auditKind) {
    this.reason = reason;
    this.auditKind = auditKind;
  }

  String reason() {
    return reason;
  }

  String auditKind() {
    return auditKind;
  }
}
