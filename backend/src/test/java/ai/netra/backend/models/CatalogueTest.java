package ai.netra.backend.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.throwable;

import ai.netra.backend.store.OpenStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CatalogueTest {

  private static final Path GOLDEN = Path.of("../e2e/src/test/resources/catalogue.json");
  private static final List<String> PREFIXES = List.of("openrouter/");

  @TempDir Path folder;

  @Test
  void aPriceIsAWholeNumberOfPicoUsdAToken() throws Exception {
    PriceRow price = golden().price("acme/premium", Instant.parse("2026-01-05T00:00:00Z")).get();

    assertThat(price.input()).isEqualTo(2_500_000);
    assertThat(price.cachedInput()).isEqualTo(1_250_000);
    assertThat(price.output()).isEqualTo(10_000_000);
  }

  @Test
  void onlyANoteThatAsksForACheckLeavesPricesUnconfirmed() throws Exception {
    String silent = catalogue("per_million_tokens", "2.5", "10");

    assertThat(golden().confirmed()).isFalse();
    assertThat(read(silent).confirmed()).isTrue();
    assertThat(read(silent.replaceFirst("\\{", "{\"note\":\"By contract.\",")).confirmed())
        .isTrue();
  }

  @Test
  void withoutACachedPriceTheInputPriceHolds() throws Exception {
    PriceRow price = golden().price("coral/open-70b", Instant.parse("2026-01-05T00:00:00Z")).get();

    assertThat(price.cachedInput()).isEqualTo(price.input());
  }

  @Test
  void ag40EveryUnitGivesTheSamePrices() throws Exception {
    String perMillion = catalogue("per_million_tokens", "2.5", "10");

    assertThat(read(catalogue("per_1k_tokens", "0.0025", "0.01")).prices())
        .isEqualTo(read(perMillion).prices());
    assertThat(read(catalogue("per_token", "0.0000025", "0.00001")).prices())
        .isEqualTo(read(perMillion).prices());
  }

  @Test
  void anUnknownModelIsFoundByAliasPrefixAndDate() throws Exception {
    Catalogue catalogue = golden();

    assertThat(catalogue.resolve("acme/premium", null)).contains("acme/premium");
    assertThat(catalogue.resolve("small", "acme")).contains("acme/small");
    assertThat(catalogue.resolve("premium", null)).contains("acme/premium");
    assertThat(catalogue.resolve("openrouter/acme/premium", null)).contains("acme/premium");
    assertThat(catalogue.resolve("acme/premium-2025-11-20", null)).contains("acme/premium");
    assertThat(catalogue.resolve("nobody/unknown", null)).isEmpty();
  }

  @Test
  void everyFindingIsToldAtOnce() {
    String bad =
        catalogue("per_dozen", "-1", "10")
            .replace("\"USD\"", "\"EUR\"")
            .replace("acme/m\",\"tier", "x\",\"tier");

    assertThatThrownBy(() -> read(bad))
        .asInstanceOf(throwable(CatalogueRefused.class))
        .extracting(CatalogueRefused::findings)
        .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.list(String.class))
        .anyMatch(finding -> finding.startsWith("unit"))
        .anyMatch(finding -> finding.startsWith("currency"))
        .anyMatch(finding -> finding.startsWith("prices[0].input"))
        .anyMatch(finding -> finding.startsWith("prices[0].model"));
  }

  @Test
  void ag43OverlappingPricesAreRefused() {
    String one = catalogue("per_million_tokens", "2.5", "10");
    String row = one.substring(one.indexOf("{\"model\""), one.lastIndexOf("]"));

    assertThatThrownBy(() -> read(one.replace(row, row + "," + row)))
        .isInstanceOf(CatalogueRefused.class)
        .hasMessageContaining("prices[1]: overlaps");
  }

  @Test
  void theContextDecidesTheBandWithinItsTime() {
    Instant change = Instant.parse("2026-01-10T00:00:00Z");
    PriceRow small = row(0, 1, Instant.MIN, Instant.MAX);
    PriceRow large = row(1_000, 2, change, Instant.MAX);

    assertThat(PriceBand.of(List.of(small, large)))
        .containsExactly(
            new PriceBand(small, Instant.MIN, change, 0, Long.MAX_VALUE),
            new PriceBand(small, change, Instant.MAX, 0, 1_000),
            new PriceBand(large, change, Instant.MAX, 1_000, Long.MAX_VALUE));
  }

  @Test
  void aVersionIsImmutable() throws Exception {
    String body = Files.readString(GOLDEN);
    try (OpenStore store = OpenStore.in(folder)) {
      OpenCatalogues.of(store.store(), new CatalogueSettings("first", body));

      assertThatThrownBy(
              () ->
                  OpenCatalogues.of(
                      store.store(), new CatalogueSettings("second", body.replace("2.50", "2.60"))))
          .isInstanceOf(CatalogueRefused.class)
          .hasMessageContaining("immutable");
    }
  }

  @Test
  void anOlderVersionIsKept() throws Exception {
    String body = Files.readString(GOLDEN);
    try (OpenStore store = OpenStore.in(folder)) {
      OpenCatalogues.of(store.store(), new CatalogueSettings("first", body));
      Catalogues later =
          OpenCatalogues.of(
              store.store(), new CatalogueSettings("second", body.replace("golden-1", "golden-2")));

      assertThat(later.current().version()).isEqualTo("golden-2");
      assertThat(later.version("golden-1").version()).isEqualTo("golden-1");
      assertThatThrownBy(() -> later.version("golden-3"))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  private static Catalogue golden() throws Exception {
    return read(Files.readString(GOLDEN));
  }

  private static Catalogue read(String json) {
    return new CatalogueReader("test", PREFIXES).read(json);
  }

  private static PriceRow row(long context, long price, Instant from, Instant to) {
    return new PriceRow(
        "m", "standard", context, price, price, price, price, 0, from, to, "s", "d");
  }

  private static String catalogue(String unit, String input, String output) {
    return """
        {"version":"v","date":"2026-01-01","currency":"USD","unit":"%s",
        "models":[{"id":"acme/m","provider":"acme","status":"available"}],
        "prices":[{"model":"acme/m","tier":"standard","context_from":0,"input":%s,"output":%s,"valid_from":"2025-01-01","source":"s","retrieved_at":"2026-01-01"}]}
        """
        .formatted(unit, input, output);
  }
}
