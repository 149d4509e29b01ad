package ai.netra.backend.agents;

import static org.assertj.core.api.Assertions.assertThat;

import ai.netra.backend.identity.UserKey;
import ai.netra.backend.models.CatalogueSettings;
import ai.netra.backend.models.Catalogues;
import ai.netra.backend.models.OpenCatalogues;
import ai.netra.backend.store.OpenStore;
import ai.netra.backend.store.Store;
import ai.netra.backend.testing.SteppedClock;
import ai.netra.backend.testing.TestUsers;
import ai.netra.backend.usage.OpenUsage;
import ai.netra.backend.usage.Totals;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What rows cost with the catalogue that ships, against sums made by hand. */
class ShippedPricesTest {

  private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
  private static final int ROWS = 1_000;
  private static final String HEADER =
      "request_id,timestamp,model,tier,input_tokens,cached_input_tokens,cache_write_tokens,"
          + "output_tokens\n";

  @TempDir Path folder;

  /** A call is model, tier, then input, cached, written and output tokens. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '=',
      value = {
        // 3 000 × 1 + 6 000 × 0.10 + 1 000 × 1.25 + 500 × 5 = 7 350 millionths a call
        "claude-haiku-4-5-20251001,standard,10000,6000,1000,500 = 7.35",
        // 6 000 × 2.50 + 500 × 12.50
        "anthropic/claude-opus-5,batch,6000,0,0,500 = 21.25",
        // 400 × 2 + 600 × 0.20 + 100 × 10
        "gpt-6-sol,standard,1000,600,0,100 = 1.92",
        // 272 000 × 2 + 1 000 × 10, and with one token more 272 001 × 4 + 1 000 × 15
        "gpt-6-sol,standard,272000,0,0,1000 = 554",
        "gpt-6-sol,standard,272001,0,0,1000 = 1103.004",
        // 8 000 × 0.05 + 2 000 × 0.005 + 1 000 × 0.25
        "gpt-6-luna,flex,10000,2000,0,1000 = 0.66",
        // 1 000 × 0.05 + 100 × 0.40
        "gpt-5-nano-2025-08-07,standard,1000,0,0,100 = 0.09"
      })
  void aThousandCallsCostWhatThePageSays(String call, BigDecimal usd) throws Exception {
    Totals totals = totals("2026-11-22", call);

    assertThat(totals.spend().amount()).isEqualByComparingTo(usd);
    assertThat(totals.unpricedRows()).isZero();
  }

  @Test
  void whatWasUsedBeforeThePriceIsKnownIsUnpriced() throws Exception {
    Totals totals = totals("2026-11-20", "gpt-6-sol,standard,1000,0,0,100");

    assertThat(totals.unpricedRows()).isEqualTo(ROWS);
    assertThat(totals.spend().amount()).isZero();
  }

  private Totals totals(String day, String call) throws Exception {
    StringBuilder text = new StringBuilder(HEADER);
    for (int i = 0; i < ROWS; i++) {
      text.append("r%d,%sT08:00:00Z,%s\n".formatted(i, day, call));
    }
    try (OpenStore store = OpenStore.in(folder)) {
      var shipped = OpenCatalogues.of(store.store(), CatalogueSettings.of(Optional.empty()));
      return totals(store.store(), shipped, text.toString());
    }
  }

  private Totals totals(Store store, Catalogues shipped, String csv) throws Exception {
    UserKey alice = TestUsers.add(store, "alice");
    var pricing = new CataloguePricing(shipped);
    try (var usage = OpenUsage.in(folder, store, pricing, new SteppedClock(NOW))) {
      var _ = usage.csv(alice, csv);
      Pipeline pipeline = AgentsConfiguration.pipelineOf(usage.usage(), shipped, new Cubes());
      RunRequest question = Driven.asking("What do I spend?", "data", Map.of());
      Driven run = Driven.through(pipeline, alice, question, NOW);
      return new Results().read(run.answer().result(), DataResult.class).totals();
    }
  }
}
