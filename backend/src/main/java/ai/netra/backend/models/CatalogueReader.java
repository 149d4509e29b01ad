package ai.netra.backend.models;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads and checks one catalogue; used once. */
final class CatalogueReader {

  private static final String CHECK = "check before use";
  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  private final String name;
  private final List<String> prefixes;
  private final List<String> findings = new ArrayList<>();

  /**
   * @param name what findings call the file
   */
  CatalogueReader(String name, List<String> prefixes) {
    this.name = name;
    this.prefixes = prefixes;
  }

  /**
   * The catalogue of a JSON text.
   *
   * @throws CatalogueRefused with every finding
   */
  Catalogue read(String json) {
    JsonNode root = parse(json);
    Entry head = new Entry(name, root, findings);
    String version = head.text("version");
    String date = head.text("date");
    if (!head.text("currency").equals("USD")) {
      findings.add("currency: USD");
    }
    Optional<PriceUnit> unit = PriceUnit.named(head.text("unit"));
    if (unit.isEmpty()) {
      findings.add("unit: one of per_million_tokens, per_1k_tokens, per_token");
    }
    List<ModelEntry> models = models(head.list("models"));
    List<PriceRow> prices =
        new PriceReader(unit.orElse(PriceUnit.PER_TOKEN), ids(models), findings)
            .read(head.list("prices"));
    refuse();
    boolean confirmed = !String.valueOf(head.optionalText("note")).contains(CHECK);
    Catalogue.Head read = new Catalogue.Head(version, date, confirmed);
    return new Catalogue(read, models, prices, prefixes);
  }

  private JsonNode parse(String json) {
    try {
      return MAPPER.readTree(json);
    } catch (JacksonException e) {
      findings.add("not JSON: " + e.getOriginalMessage());
      throw new CatalogueRefused(name, findings);
    }
  }

  private void refuse() {
    if (!findings.isEmpty()) {
      throw new CatalogueRefused(name, findings);
    }
  }

  private List<ModelEntry> models(List<JsonNode> nodes) {
    List<ModelEntry> models = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (int i = 0; i < nodes.size(); i++) {
      ModelEntry model = model(new Entry("models[" + i + "]", nodes.get(i), findings));
      models.add(model);
      unique(names, model.id());
      model.aliases().forEach(alias -> unique(names, alias));
    }
    return models;
  }

  private ModelEntry model(Entry entry) {
    String id = entry.text("id");
    String provider = entry.text("provider");
    if (!id.startsWith(provider + "/")) {
      findings.add(entry.place() + ".id: provider/name, got " + id);
    }
    return new ModelEntry(
        id,
        provider,
        entry.optionalText("canonical_weights"),
        entry.texts("aliases"),
        entry.texts("capabilities"),
        entry.number("context_window"),
        entry.number("max_output"),
        entry.text("status"),
        ModelTraits.qualities(entry),
        ModelTraits.speed(entry),
        entry.texts("regions"),
        ModelTraits.flag(entry, "trains_on_data"));
  }

  private void unique(Set<String> names, String id) {
    if (!names.add(id)) {
      findings.add("models: an id or alias names one model, twice there is " + id);
    }
  }

  private static Set<String> ids(List<ModelEntry> models) {
    Set<String> ids = new HashSet<>();
    models.forEach(model -> ids.add(model.id()));
    return ids;
  }
}
