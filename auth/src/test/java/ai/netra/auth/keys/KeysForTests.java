package ai.netra.auth.keys;

import ai.netra.auth.audit.Audit;
import ai.netra.auth.service.Ids;
import ai.netra.auth.service.Secret;
import ai.netra.auth.store.Store;
import java.time.Clock;
import java.util.Optional;

/** Signing keys for the tests of other rooms. */
public final class KeysForTests {

  private KeysForTests() {}

  public static Keys warm(Store store, Clock clock, Ids ids) {
    KeyTable table = new KeyTable(new Seals(new Secret(ids.secret(32)), Optional.empty(), ids));
    Rotation rotation = new Rotation(store, table, _ -> {}, new Audit(clock, ids), clock, ids);
    Keys keys = new Keys(store, () -> new Keys.Parts(table, rotation));
    keys.warm();
    return keys;
  }
}
