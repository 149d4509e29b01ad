package ai.netra.backend.models;

import ai.netra.backend.store.Store;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Keeps each version that was ever current in the database, so that an old run finds its prices.
 */
final class JdbcCatalogues implements Catalogues {

  private final Store store;
  private final List<String> prefixes;
  private final Catalogue current;
  private final Map<String, Catalogue> older = new ConcurrentHashMap<>();

  /**
   * @param name what findings call the file
   * @param body its JSON
   * @throws CatalogueRefused when it breaks a rule, or names a version that is kept with other
   *     content
   */
  JdbcCatalogues(Store store, Clock clock, String name, String body, List<String> prefixes) {
    this.store = store;
    this.prefixes = prefixes;
    this.current = new CatalogueReader(name, prefixes).read(body);
    String kept = store.write(unit -> keep(unit, name, body, clock.millis()));
    if (!kept.equals(body)) {
      throw new CatalogueRefused(
          name,
          List.of(
              "version: a version is immutable, and %s is kept with other content; name a new one"
                  .formatted(current.version())));
    }
  }

  @Override
  public Catalogue current() {
    return current;
  }

  @Override
  public Catalogue version(String version) {
    return version.equals(current.version()) ? current : older.computeIfAbsent(version, this::load);
  }

  private String keep(Store.Transaction unit, String name, String body, long at) {
    unit.sql()
        .sql(
            """
            insert into catalogues (version, body, source, at) values (?, ?, ?, ?)
            on conflict (version) do nothing
            """)
        .params(current.version(), body, name, at)
        .update();
    return body(unit, current.version());
  }

  private Catalogue load(String version) {
    String body = store.read(unit -> body(unit, version));
    return new CatalogueReader(version, prefixes).read(body);
  }

  private static String body(Store.Transaction unit, String version) {
    return unit.sql()
        .sql("select body from catalogues where version = ?")
        .param(version)
        .query(String.class)
        .optional()
        .orElseThrow(
            () -> new IllegalArgumentException("catalogue version " + version + ": not kept here"));
  }
}
