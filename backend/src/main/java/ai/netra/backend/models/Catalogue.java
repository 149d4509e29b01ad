package ai.netra.backend.models;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One immutable version of models and dated prices. */
public final class Catalogue {

  private static final Pattern DATE_SUFFIX =
      Pattern.compile("[-@:](20\\d{2}-?[01]\\d-?[0-3]\\d|latest)$");

  private final String version;
  private final String date;
  private final boolean confirmed;
  private final List<ModelEntry> models;
  private final List<PriceRow> prices;
  private final List<String> prefixes;
  private final Map<String, String> ids = new HashMap<>();

  /**
   * A version whose parts were checked.
   *
   * @param head what stands above its models and prices
   * @param prefixes what gateways put before a model's name
   */
  Catalogue(Head head, List<ModelEntry> models, List<PriceRow> prices, List<String> prefixes) {
    this.version = head.version();
    this.date = head.date();
    this.confirmed = head.confirmed();
    this.models = List.copyOf(models);
    this.prices = List.copyOf(prices);
    this.prefixes = List.copyOf(prefixes);
    models.forEach(this::nameByAlias);
    models.forEach(model -> ids.put(model.id(), model.id()));
  }

  private void nameByAlias(ModelEntry model) {
    for (String alias : model.aliases()) {
      ids.put(model.provider() + "/" + alias, model.id());
      ids.put(alias, model.id());
    }
  }

  /**
   * The head of a catalogue's file.
   *
   * @param date the day of its prices, ISO
   * @param confirmed whether its note does without the words "check before use"
   */
  record Head(String version, String date, boolean confirmed) {}

  public String version() {
    return version;
  }

  /** The day of the prices, ISO. */
  public String date() {
    return date;
  }

  /** Whether its prices may be taken as they are; the shipped ones are to be checked before use. */
  public boolean confirmed() {
    return confirmed;
  }

  public List<ModelEntry> models() {
    return models;
  }

  public List<PriceRow> prices() {
    return prices;
  }

  /**
   * The id of a model as it was billed: exact id, then alias (with or without its provider in
   * front), then without known prefixes and date suffixes; nothing when it is unknown.
   */
  public Optional<String> resolve(String billed, @Nullable String provider) {
    String bare = stripPrefix(billed);
    String undated = DATE_SUFFIX.matcher(bare).replaceFirst("");
    return known(billed, provider)
        .or(() -> known(bare, provider))
        .or(() -> known(undated, provider));
  }

  /** The standard price of a model at an instant, for the smallest context. */
  public Optional<PriceRow> price(String model, Instant at) {
    return prices.stream()
        .filter(row -> row.model().equals(model) && row.tier().equals("standard"))
        .filter(row -> row.validAt(at))
        .min(Comparator.comparingLong(PriceRow::contextFrom));
  }

  /** A model by its id. */
  public Optional<ModelEntry> model(String id) {
    return models.stream().filter(model -> model.id().equals(id)).findFirst();
  }

  /** The price of a request with this many input tokens. */
  public Optional<PriceRow> price(String model, String tier, long inputTokens, Instant at) {
    return prices.stream()
        .filter(row -> row.model().equals(model) && row.tier().equals(tier))
        .filter(row -> row.validAt(at) && row.contextFrom() <= inputTokens)
        .max(Comparator.comparingLong(PriceRow::contextFrom));
  }

  private Optional<String> known(String name, @Nullable String provider) {
    String id = ids.get(name);
    if (id == null && provider != null) {
      id = ids.get(provider + "/" + name);
    }
    return Optional.ofNullable(id);
  }

  private String stripPrefix(String name) {
    return prefixes.stream()
        .filter(name::startsWith)
        .map(prefix -> name.substring(prefix.length()))
        .findFirst()
        .orElse(name);
  }
}
