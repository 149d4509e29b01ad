package ai.netra.backend.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ShippedCatalogueTest {

  private static final String BODY = CatalogueSettings.of(Optional.empty()).body();
  private static final Map<String, List<String>> HOSTS =
      Map.of(
          "anthropic", List.of("platform.claude.com", "docs.anthropic.com"),
          "openai", List.of("developers.openai.com"));

  private final Catalogue catalogue =
      new CatalogueReader("catalogue.json", ModelsConfiguration.prefixes()).read(BODY);

  @Test
  void everyModelHasAPriceOnTheDayOfTheCatalogue() {
    LocalDate date = LocalDate.parse(catalogue.date());

    assertThat(catalogue.models())
        .isNotEmpty()
        .allSatisfy(
            model ->
                assertThat(
                        catalogue.price(model.id(), date.atStartOfDay().toInstant(ZoneOffset.UTC)))
                    .as(model.id())
                    .isPresent());
  }

  @Test
  void everyRowNamesAPageOfItsProviderAndTheDayOfReading() {
    assertThat(catalogue.prices())
        .allSatisfy(
            row -> {
              assertThat(URI.create(row.source()).getScheme()).isEqualTo("https");
              assertThat(HOSTS.get(provider(row.model())))
                  .contains(URI.create(row.source()).getHost());
              assertThat(LocalDate.parse(row.retrievedAt()))
                  .isBeforeOrEqualTo(LocalDate.parse(catalogue.date()));
            });
  }

  @Test
  void aPriceFromBeforeItsReadingNamesThePageThatDatesIt() {
    for (JsonNode row : JsonMapper.shared().readTree(BODY).path("prices")) {
      if (row.path("valid_from").asString().equals(row.path("retrieved_at").asString())) {
        continue;
      }
      URI page = URI.create(row.path("valid_from_source").asString());
      assertThat(page.getScheme()).isEqualTo("https");
      assertThat(HOSTS.get(provider(row.path("model").asString()))).contains(page.getHost());
    }
  }

  @Test
  void aReadFromACacheCostsNoMoreThanInputAndBatchLessThanStandard() {
    assertThat(catalogue.prices())
        .allSatisfy(
            row -> {
              assertThat(row.cachedInput()).isLessThanOrEqualTo(row.input());
              assertThat(row.output()).isGreaterThan(row.input());
              if (!row.tier().equals("standard")) {
                assertThat(row.input()).isLessThan(standard(row).input());
                assertThat(row.output()).isLessThan(standard(row).output());
              }
            });
  }

  @Test
  void aLongerContextIsNeverCheaper() {
    assertThat(catalogue.prices().stream().filter(row -> row.contextFrom() > 0))
        .isNotEmpty()
        .allSatisfy(
            row -> {
              PriceRow shorter =
                  catalogue.price(row.model(), row.tier(), 0, row.validFrom()).orElseThrow();
              assertThat(row.input()).isGreaterThan(shorter.input());
              assertThat(row.output()).isGreaterThan(shorter.output());
            });
  }

  @ParameterizedTest
  @CsvSource({
    "anthropic/claude-opus-5, anthropic/claude-opus-5",
    "claude-sonnet-4-5, anthropic/claude-sonnet-4-5-20250929",
    "openrouter/anthropic/claude-haiku-4-5, anthropic/claude-haiku-4-5-20251001",
    "gpt-5-nano-2025-08-07, openai/gpt-5-nano",
    "gpt-4-0613, openai/gpt-4",
    "azure/gpt-6-sol, openai/gpt-6-sol"
  })
  void aBilledNameFindsItsModel(String billed, String id) {
    assertThat(catalogue.resolve(billed, null)).contains(id);
  }

  @ParameterizedTest
  @ValueSource(strings = {"gpt-4o", "gpt-4.1-mini", "claude-opus-4-7", "claude-sonnet-5-5"})
  void aNameWhosePageWasNotReadStaysUnpriced(String billed) {
    assertThat(catalogue.resolve(billed, null)).isEmpty();
  }

  @Test
  void itSaysThatItMustBeCheckedBeforeUse() {
    assertThat(JsonMapper.shared().readTree(BODY).path("note").asString())
        .contains("check before use");
  }

  private PriceRow standard(PriceRow row) {
    return catalogue
        .price(row.model(), "standard", row.contextFrom(), row.validFrom())
        .orElseThrow();
  }

  private static String provider(String model) {
    return model.substring(0, model.indexOf('/'));
  }
}
