package ai.netra.backend.identity;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import java.net.http.HttpResponse;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The issuer's ES256 keys: kept 10 minutes, refreshed in the background from 5 on, served for an
 * hour of outage. An unknown key id fetches once, at most every 10 s. Safe for many threads.
 */
final class IssuerKeys {

  private static final Logger LOG = LoggerFactory.getLogger(IssuerKeys.class);
  private static final Duration KEPT = Duration.ofMinutes(10);
  private static final Duration REFRESHED = Duration.ofMinutes(5);
  private static final Duration OUTAGE = Duration.ofHours(1);
  private static final Duration BETWEEN = Duration.ofSeconds(10);
  private static final int OK = 200;

  /** What came of looking for a key. */
  sealed interface Lookup {

    record Found(ECKey key) implements Lookup {}

    /** The issuer was asked and has no such key. */
    record Unknown() implements Lookup {}

    /** Nobody can tell. */
    record Unavailable(String reason) implements Lookup {}
  }

  private record Kept(JWKSet set, Instant fetchedAt) {}

  private final AuthClient auth;
  private final Clock clock;
  private final ReentrantLock fetching = new ReentrantLock();
  private final AtomicBoolean refreshing = new AtomicBoolean();
  private volatile @Nullable Kept kept;
  private volatile Instant askedAt = Instant.MIN;
  private volatile @Nullable String failure;

  IssuerKeys(AuthClient auth, Clock clock) {
    this.auth = auth;
    this.clock = clock;
  }

  Lookup find(String keyId) {
    Instant asked = clock.instant();
    Kept now = kept;
    if (now != null && isYounger(now, KEPT)) {
      ECKey key = key(now.set(), keyId);
      if (key != null) {
        refreshAhead(now);
        return new Lookup.Found(key);
      }
    }
    refetch(asked);
    return judged(keyId);
  }

  /** Fetches now; throws where the issuer does not give them. */
  void fetch() throws AuthUnreachable {
    load(false);
  }

  /** The keys changed: the next token fetches them, whatever was asked before. */
  void forget() {
    kept = null;
    askedAt = Instant.MIN;
  }

  boolean isKnown() {
    Kept now = kept;
    return now != null && isYounger(now, OUTAGE);
  }

  private Lookup judged(String keyId) {
    Kept now = kept;
    String failed = failure;
    if (now == null || !isYounger(now, OUTAGE)) {
      return new Lookup.Unavailable(failed == null ? "auth: no keys are kept" : failed);
    }
    ECKey key = key(now.set(), keyId);
    if (key != null) {
      return new Lookup.Found(key);
    }
    return failed == null ? new Lookup.Unknown() : new Lookup.Unavailable(failed);
  }

  /** One fetch for all who wait; none where one was made since this was asked, or just before. */
  private void refetch(Instant asked) {
    fetching.lock();
    try {
      boolean fresh = askedAt.isAfter(asked);
      boolean recent = askedAt.plus(BETWEEN).isAfter(clock.instant());
      if (!fresh && !recent) {
        load(true);
      }
    } catch (AuthUnreachable e) {
      LOG.atWarn().addKeyValue("reason", e.getMessage()).log("the issuer's keys cannot be had");
    } finally {
      fetching.unlock();
    }
  }

  private void refreshAhead(Kept now) {
    if (isYounger(now, REFRESHED) || !refreshing.compareAndSet(false, true)) {
      return;
    }
    Thread.ofVirtual()
        .name("key-refresh")
        .start(
            () -> {
              try {
                refetch(clock.instant());
              } finally {
                refreshing.set(false);
              }
            });
  }

  private void load(boolean guarded) throws AuthUnreachable {
    askedAt = clock.instant();
    try {
      var request = auth.request("/oauth2/jwks", AuthClient.DEADLINE).GET().build();
      HttpResponse<String> response = guarded ? auth.guarded(request) : auth.sent(request);
      if (response.statusCode() != OK) {
        throw new AuthUnreachable("auth: /oauth2/jwks answered " + response.statusCode());
      }
      kept = new Kept(JWKSet.parse(response.body()), clock.instant());
      failure = null;
    } catch (ParseException e) {
      failure = "auth: /oauth2/jwks is no key set";
      throw new AuthUnreachable("auth: /oauth2/jwks is no key set", e);
    } catch (AuthUnreachable e) {
      failure = e.getMessage();
      throw e;
    }
  }

  private boolean isYounger(Kept now, Duration age) {
    return now.fetchedAt().plus(age).isAfter(clock.instant());
  }

  /** A key is taken only for the algorithm that stands on it. */
  private static @Nullable ECKey key(JWKSet set, String keyId) {
    JWK key = set.getKeyByKeyId(keyId);
    boolean fits = key instanceof ECKey && JWSAlgorithm.ES256.equals(key.getAlgorithm());
    return fits ? key.toECKey() : null;
  }
}
