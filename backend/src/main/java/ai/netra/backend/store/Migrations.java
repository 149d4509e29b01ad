package ai.netra.backend.store;

import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** Brings the schema up to date; Flyway alone owns it. */
final class Migrations {

  private static final String FOLDER = "classpath:ai/netra/backend/store/migration";
  private static final String IDENTITY = "integer primary key autoincrement";

  private static final String[] NOTHING = {};

  private Migrations() {}

  static void apply(DataSource source) {
    try {
      Flyway.configure()
          .dataSource(source)
          .locations(FOLDER)
          .placeholders(Map.of("identity", IDENTITY))
          .ignoreMigrationPatterns(NOTHING)
          .failOnMissingLocations(true)
          .cleanDisabled(true)
          .load()
          .migrate();
    } catch (FlywayException e) {
      throw new StoreFailure("migration refused: " + e.getMessage(), e);
    }
  }
}
