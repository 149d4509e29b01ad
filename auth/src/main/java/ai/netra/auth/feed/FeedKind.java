package ai.netra.auth.feed;

import java.util.Arrays;
import java.util.List;

/** The kinds of events. */
public enum FeedKind {
  SESSION_REVOKED("session.revoked", true),
  GRANT_REVOKED("grant.revoked", true),
  TOKEN_REVOKED("token.revoked", true),
  ACCOUNT_CLAIMS_CHANGED("account.claims_changed", true),
  ACCOUNT_DISABLED("account.disabled", true),
  ACCOUNT_DELETED("account.deleted", true),
  ACCOUNT_UPDATED("account.updated", false),
  KEYS_CHANGED("keys.changed", false);

  private final String wireName;
  private final boolean revocation;

  FeedKind(String wireName, boolean revocation) {
    this.wireName = wireName;
    this.revocation = revocation;
  }

  String wireName() {
    return wireName;
  }

  /** The names of those that take away what a token may still say: what the snapshot holds. */
  static List<String> revocations() {
    return Arrays.stream(values()).filter(kind -> kind.revocation).map(FeedKind::wireName).toList();
  }

  static FeedKind of(String wireName) {
    for (FeedKind kind : values()) {
      if (kind.wireName.equals(wireName)) {
        return kind;
      }
    }
    throw new IllegalArgumentException("feed kind: unknown: " + wireName);
  }
}
