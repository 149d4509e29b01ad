package ai.netra.backend.agents;

import ai.netra.backend.identity.UserKey;
import ai.netra.backend.models.CatalogueSettings;
import ai.netra.backend.models.Catalogues;
import ai.netra.backend.models.OpenCatalogues;
import ai.netra.backend.store.OpenStore;
import ai.netra.backend.testing.SteppedClock;
import ai.netra.backend.testing.TestUsers;
import ai.netra.backend.usage.OpenUsage;
import ai.netra.contract.report.Report;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** The agents over a folder, the golden catalogue, and one user. */
record OpenAgents(OpenStore store, OpenUsage usage, Catalogues catalogues, UserKey alice)
    implements AutoCloseable {

  /** The instant of every run. */
  static final Instant NOW = Instant.parse("2026-02-03T10:00:00Z");

  private static final Path CATALOGUE = Path.of("../e2e/src/test/resources/catalogue.json");

  static OpenAgents in(Path folder) {
    OpenStore store = OpenStore.in(folder);
    UserKey alice = TestUsers.add(store.store(), "alice");
    Catalogues catalogues =
        OpenCatalogues.of(store.store(), CatalogueSettings.of(Optional.of(CATALOGUE)));
    OpenUsage usage =
        OpenUsage.in(
            folder, store.store(), new CataloguePricing(catalogues), new SteppedClock(NOW));
    return new OpenAgents(store, usage, catalogues, alice);
  }

  DirectTools tools() {
    return new DirectTools(usage.usage(), catalogues, new Cubes(), new SteppedClock(NOW));
  }

  /** Runs all agents that a question needs. */
  Driven ask(String question) throws InterruptedException {
    return Driven.through(
        AgentsConfiguration.pipelineOf(usage.usage(), catalogues, new Cubes()),
        alice,
        Driven.asking(question, "supervisor", Map.of()),
        NOW);
  }

  /** The report that a question gets. */
  Report report(String question) throws InterruptedException {
    return new Results().read(ask(question).answer().result(), Report.class);
  }

  @Override
  public void close() throws SQLException {
    usage.close();
    store.close();
  }
}
