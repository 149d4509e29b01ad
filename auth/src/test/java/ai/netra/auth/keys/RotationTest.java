package ai.netra.auth.keys;

import static org.assertj.core.api.Assertions.assertThat;

import ai.netra.auth.audit.Audit;
import ai.netra.auth.service.Ids;
import ai.netra.auth.service.Secret;
import ai.netra.auth.store.SqliteStore;
import ai.netra.auth.support.Room;
import ai.netra.auth.support.SteppedClock;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Keys go next, active, retired, removed (A34). */
final class RotationTest {

  @TempDir Path folder;
  private final SteppedClock clock = new SteppedClock();
  private final Ids ids = Ids.secure();
  private final KeyTable table =
      new KeyTable(new Seals(new Secret(ids.secret(32)), Optional.empty(), ids));
  private final AtomicInteger changes = new AtomicInteger();
  private SqliteStore store;
  private Rotation rotation;

  @BeforeEach
  void open() {
    store = Room.store(folder);
    rotation = rotation();
  }

  private Rotation rotation() {
    return new Rotation(
        store, table, _ -> changes.incrementAndGet(), new Audit(clock, ids), clock, ids);
  }

  @AfterEach
  void close() {
    store.close();
  }

  private List<String> states(Chain chain) {
    return store.read(table::all).stream()
        .filter(key -> key.chain() == chain)
        .map(key -> key.state().wireName())
        .toList();
  }

  private String active(Chain chain) {
    return KeyRing.of(store.read(table::all)).active(chain).kid();
  }

  @Test
  void aNewDatabaseBeginsWithWhatSignsAndTheSlowChainsNextKeyFollowsInTheNextRound() {
    assertThat(rotation.rotate()).isTrue();

    assertThat(states(Chain.ES256)).containsExactly("active", "next");
    assertThat(states(Chain.RS256)).containsExactly("active");
  }

  @Test
  void theSecondRoundLeavesAnActiveAndANextKeyOfEachChainAndTheThirdAddsNone() {
    assertThat(rotation.rotate()).isTrue();
    assertThat(rotation.rotate()).isTrue();
    assertThat(rotation.rotate()).isFalse();

    assertThat(states(Chain.ES256)).containsExactly("active", "next");
    assertThat(states(Chain.RS256)).containsExactly("active", "next");
  }

  @Test
  void afterThirtyDaysTheNextKeySignsAndTheFormerStaysForADay() {
    assertThat(rotation.rotate()).isTrue();
    assertThat(rotation.rotate()).isTrue();
    String next =
        store.read(table::all).stream()
            .filter(key -> key.chain() == Chain.ES256 && key.state() == StoredKey.State.NEXT)
            .map(StoredKey::kid)
            .findFirst()
            .orElseThrow();

    clock.step(Rotation.ACTIVE_FOR);
    assertThat(rotation.rotate()).isTrue();

    assertThat(active(Chain.ES256)).isEqualTo(next);
    assertThat(states(Chain.ES256)).containsExactlyInAnyOrder("retired", "active", "next");
    assertThat(changes).hasValue(2);
    clock.step(Rotation.RETIRED_FOR.plus(Duration.ofSeconds(1)));
    assertThat(rotation.rotate()).isTrue();
    assertThat(states(Chain.ES256)).containsExactly("active", "next");
  }

  @Test
  void twoInstancesRotateOnce() {
    Rotation other = rotation();
    assertThat(rotation.rotate()).isTrue();
    assertThat(rotation.rotate()).isTrue();
    clock.step(Rotation.ACTIVE_FOR);

    assertThat(rotation.rotate()).isTrue();
    assertThat(other.rotate()).isFalse();
    assertThat(states(Chain.ES256)).hasSize(3);
  }
}
