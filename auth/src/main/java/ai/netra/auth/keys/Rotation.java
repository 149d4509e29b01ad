package ai.netra.auth.keys;

import ai.netra.auth.audit.Audit;
import ai.netra.auth.audit.AuditEvent;
import ai.netra.auth.service.Ids;
import ai.netra.auth.store.Store;
import ai.netra.auth.store.Store.Transaction;
import com.nimbusds.jose.JOSEException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Moves the keys of a chain on: next → active → retired → removed. One instance does so at a time,
 * under a lease.
 */
final class Rotation {

  static final Duration ACTIVE_FOR = Duration.ofDays(30);
  static final Duration RETIRED_FOR = Duration.ofHours(24);
  private static final Duration LEASE = Duration.ofMinutes(1);

  private final Store store;
  private final KeyTable table;
  private final KeyChanges changes;
  private final Audit audit;
  private final Clock clock;
  private final Ids ids;
  private final String holder;

  Rotation(Store store, KeyTable table, KeyChanges changes, Audit audit, Clock clock, Ids ids) {
    this.store = store;
    this.table = table;
    this.changes = changes;
    this.audit = audit;
    this.clock = clock;
    this.ids = ids;
    this.holder = ids.next("node_");
  }

  /** Does what is due; true where anything changed. */
  boolean rotate() {
    boolean changed = false;
    for (Chain chain : Chain.values()) {
      changed |= rotate(chain);
    }
    return changed;
  }

  /**
   * Keys are made before the unit, since making one takes longer than the writer may wait. A slow
   * chain begins with the key that signs; the one to follow it is made by the next round, while the
   * service is at work.
   */
  private boolean rotate(Chain chain) {
    Instant now = clock.instant();
    List<StoredKey> keys = store.read(table::all).stream().filter(k -> k.chain() == chain).toList();
    Optional<StoredKey> active = in(keys, StoredKey.State.ACTIVE);
    if (active.isEmpty()) {
      StoredKey first = made(chain, StoredKey.State.ACTIVE, now, now);
      boolean begun = store.write(transaction -> add(transaction, first));
      return (chain.quick() && rotate(chain)) || begun;
    }
    if (in(keys, StoredKey.State.NEXT).isEmpty()) {
      StoredKey next = made(chain, StoredKey.State.NEXT, now.plusMillis(1), null);
      return store.write(transaction -> add(transaction, next));
    }
    Instant since = Optional.ofNullable(active.get().activeAt()).orElse(now);
    if (since.plus(ACTIVE_FOR).isAfter(now)) {
      return store.write(transaction -> remove(transaction, now));
    }
    StoredKey next = made(chain, StoredKey.State.NEXT, now, null);
    Optional<StoredKey> following = in(keys, StoredKey.State.NEXT);
    return store.write(
        transaction -> advance(transaction, active.get(), following.orElseThrow(), next));
  }

  private static Optional<StoredKey> in(List<StoredKey> keys, StoredKey.State state) {
    return keys.stream().filter(key -> key.state() == state).findFirst();
  }

  private StoredKey made(
      Chain chain, StoredKey.State state, Instant createdAt, @Nullable Instant activeAt) {
    String kid = ids.next("k_");
    try {
      return new StoredKey(kid, chain, state, chain.make(kid), createdAt, activeAt);
    } catch (JOSEException e) {
      throw new IllegalStateException(chain + ": this Java cannot make a key", e);
    }
  }

  /** Adds a key where its chain has none in that state yet. */
  private boolean add(Transaction transaction, StoredKey key) {
    boolean there =
        table.all(transaction.sql()).stream()
            .anyMatch(one -> one.chain() == key.chain() && one.state() == key.state());
    if (there || !leased(transaction, clock.instant())) {
      return false;
    }
    table.insert(transaction, key);
    audit.write(transaction, AuditEvent.of("key.created", key.kid()));
    return true;
  }

  private boolean advance(
      Transaction transaction, StoredKey active, StoredKey following, StoredKey next) {
    Instant now = clock.instant();
    boolean mine = leased(transaction, now);
    if (!mine
        || !table.move(
            transaction, active.kid(), StoredKey.State.ACTIVE, StoredKey.State.RETIRED, now)
        || !table.move(
            transaction, following.kid(), StoredKey.State.NEXT, StoredKey.State.ACTIVE, now)) {
      return false;
    }
    table.insert(transaction, next);
    audit.write(transaction, AuditEvent.of("key.retired", active.kid()));
    audit.write(transaction, AuditEvent.of("key.activated", following.kid()));
    changes.keysChanged(transaction);
    return true;
  }

  private boolean remove(Transaction transaction, Instant now) {
    boolean removed = false;
    for (String kid : table.retiredBefore(transaction, now.minus(RETIRED_FOR))) {
      removed |=
          table.move(transaction, kid, StoredKey.State.RETIRED, StoredKey.State.REMOVED, now);
      audit.write(transaction, AuditEvent.of("key.removed", kid));
    }
    if (removed) {
      changes.keysChanged(transaction);
    }
    return removed;
  }

  private boolean leased(Transaction transaction, Instant now) {
    int rows =
        transaction
            .sql()
            .sql(
                """
                INSERT INTO leases (name, holder, until) VALUES ('keys', :holder, :until)
                ON CONFLICT (name) DO UPDATE SET holder = excluded.holder, until = excluded.until
                WHERE leases.until < :now OR leases.holder = excluded.holder
                """)
            .param("holder", holder)
            .param("until", now.plus(LEASE).toEpochMilli())
            .param("now", now.toEpochMilli())
            .update();
    return rows == 1;
  }
}
