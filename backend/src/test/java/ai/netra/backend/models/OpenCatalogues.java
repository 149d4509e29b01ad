package ai.netra.backend.models;

import ai.netra.backend.store.Store;
import java.time.Clock;

/** Catalogues for the tests of other rooms. */
public final class OpenCatalogues {

  private OpenCatalogues() {}

  public static Catalogues of(Store store, CatalogueSettings settings) {
    return new JdbcCatalogues(
        store, Clock.systemUTC(), settings.name(), settings.body(), ModelsConfiguration.prefixes());
  }
}
