package ai.netra.backend.identity;

import ai.netra.backend.identity.TokenOutcome.Verified;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What was taken away, in memory. An entry is kept until the last token that it concerns has ended.
 * Safe for many threads.
 */
final class Revocations {

  private static final int KEPT = 1_000_000;
  private static final Duration LONGEST_LIFE = Duration.ofMinutes(70);

  /** What an entry is about. */
  enum Kind {
    SESSION,
    GRANT,
    TOKEN,
    ACCOUNT,
    CLAIMS
  }

  private record Key(Kind kind, String subject) {}

  /**
   * An entry: of an account, tokens issued before an instant are old; of the others, all are.
   *
   * @param until when it may be forgotten; null where the issuer does not say
   */
  record Entry(Kind kind, String subject, @Nullable Instant before, @Nullable Instant until) {}

  private record Kept(@Nullable Instant before, Instant until) {}

  private final ConcurrentHashMap<Key, Kept> entries = new ConcurrentHashMap<>();
  private final Clock clock;
  private volatile Instant allBefore = Instant.MIN;

  Revocations(Clock clock) {
    this.clock = clock;
  }

  void add(Entry entry) {
    Instant until = entry.until() == null ? clock.instant().plus(LONGEST_LIFE) : entry.until();
    entries.put(new Key(entry.kind(), entry.subject()), new Kept(entry.before(), until));
    if (entries.size() > KEPT) {
      shrink();
    }
  }

  boolean revokes(Verified token) {
    return token.issuedAt().isBefore(allBefore)
        || isGone(Kind.SESSION, token.sessionId(), token.issuedAt())
        || isGone(Kind.GRANT, token.grantId(), token.issuedAt())
        || isGone(Kind.TOKEN, token.tokenId(), token.issuedAt())
        || isGone(Kind.ACCOUNT, token.subject(), token.issuedAt())
        || isGone(Kind.CLAIMS, token.subject(), token.issuedAt());
  }

  /** Whether only the claims of a token are old: its holder may go on with a new one. */
  boolean outdates(String subject, Instant issuedAt) {
    return isGone(Kind.CLAIMS, subject, issuedAt);
  }

  /** Whether the session, grant, token or account is gone. */
  boolean ends(Caller caller) {
    return caller.issuedAt().isBefore(allBefore)
        || isGone(Kind.SESSION, caller.sessionId(), caller.issuedAt())
        || isGone(Kind.GRANT, caller.grantId(), caller.issuedAt())
        || isGone(Kind.TOKEN, caller.tokenId(), caller.issuedAt())
        || isGone(Kind.ACCOUNT, caller.userId(), caller.issuedAt());
  }

  private boolean isGone(Kind kind, String subject, Instant issuedAt) {
    Kept kept = entries.get(new Key(kind, subject));
    return kept != null && (kept.before() == null || issuedAt.isBefore(kept.before()));
  }

  /** What has ended goes; where that is not enough, every token of before now is refused. */
  private void shrink() {
    Instant now = clock.instant();
    entries.values().removeIf(kept -> kept.until().isBefore(now));
    if (entries.size() > KEPT) {
      allBefore = now;
      entries.clear();
    }
  }
}
