package ai.netra.backend.agents;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/**
 * Makes a change of the groups that a rule found; nothing where a name is not known or a number has
 * a second reading.
 */
final class SuppositionReadings {

  private static final Map<String, Integer> SECONDS =
      Map.of("s", 1, "m", 60, "h", 3_600, "d", 86_400);
  private static final Map<String, BigDecimal> TIMES =
      Map.of(
          "doubles",
          BigDecimal.TWO,
          "triples",
          BigDecimal.valueOf(3),
          "halves",
          new BigDecimal("0.5"));

  private SuppositionReadings() {}

  static Optional<Change> price(Matcher found, KnownNames names, int sign) {
    return SpokenNumber.percent(found.group("number"))
        .map(share -> BigDecimal.ONE.add(share.multiply(BigDecimal.valueOf(sign))))
        .flatMap(factor -> price(found, names, factor));
  }

  static Optional<Change> priceTimes(Matcher found, KnownNames names) {
    return times(found).flatMap(factor -> price(found, names, factor));
  }

  private static Optional<Change> price(Matcher found, KnownNames names, BigDecimal factor) {
    return names
        .pricedModel(found.group("model"))
        .filter(_ -> within(factor, ChangeReader.LEAST_FACTOR, ChangeReader.MOST_FACTOR))
        .map(model -> new Change.Price(model, factor));
  }

  static Optional<Change> growth(Matcher found, int sign) {
    return SpokenNumber.percent(found.group("number"))
        .map(share -> share.multiply(BigDecimal.valueOf(sign)))
        .flatMap(SuppositionReadings::growth);
  }

  static Optional<Change> growthTimes(Matcher found, KnownNames names) {
    return times(found)
        .map(factor -> factor.subtract(BigDecimal.ONE))
        .flatMap(SuppositionReadings::growth);
  }

  private static Optional<Change> growth(BigDecimal ratio) {
    return within(ratio, ChangeReader.LEAST_GROWTH, ChangeReader.MOST_GROWTH)
        ? Optional.of(new Change.Growth(ratio))
        : Optional.empty();
  }

  private static Optional<BigDecimal> times(Matcher found) {
    return Optional.ofNullable(TIMES.get(found.group("times")));
  }

  /** From a model, or from every model of a feature; to one that has a price. */
  static Optional<Change> swap(Matcher found, KnownNames names) {
    String from = found.group("from");
    Optional<String> model = names.model(from);
    Optional<String> feature = model.isPresent() ? Optional.empty() : names.feature(from);
    return names
        .pricedModel(found.group("to"))
        .filter(_ -> model.isPresent() || feature.isPresent())
        .map(to -> new Change.Swap(model.orElse(null), to, feature.orElse(null)));
  }

  /** Of one feature alone. */
  static Optional<Change> swapOf(Matcher found, KnownNames names) {
    Optional<String> from = names.model(found.group("from"));
    Optional<String> feature = names.feature(found.group("feature"));
    return names
        .pricedModel(found.group("to"))
        .filter(_ -> from.isPresent() && feature.isPresent())
        .map(to -> new Change.Swap(from.get(), to, feature.get()));
  }

  static Optional<Change> boundOf(Matcher found, KnownNames names) {
    return names.feature(found.group("feature")).flatMap(feature -> bound(found, feature));
  }

  static Optional<Change> bound(Matcher found, @Nullable String feature) {
    boolean millis = found.group("unit").startsWith("m");
    return SpokenNumber.read(found.group("number"))
        .map(value -> millis ? value : value.movePointRight(3))
        .filter(
            value -> within(value, BigDecimal.ONE, BigDecimal.valueOf(ChangeReader.MOST_MILLIS)))
        .map(value -> new Change.Slo(feature, value.longValue()));
  }

  static Optional<Change> floor(Matcher found) {
    boolean percent = found.group("percent") != null;
    return SpokenNumber.read(found.group("number"))
        .map(value -> percent ? value.movePointLeft(2) : value)
        .filter(value -> within(value, BigDecimal.ZERO, BigDecimal.ONE))
        .map(value -> new Change.Floor(null, value));
  }

  /** One of the lifetimes that are counted. */
  static Optional<Change> lifetime(Matcher found) {
    String count = found.group("number");
    int seconds = SECONDS.getOrDefault(found.group("unit").substring(0, 1), 0);
    return SpokenNumber.read(count.startsWith("a") || count.equals("one") ? "1" : count)
        .map(value -> value.multiply(BigDecimal.valueOf(seconds)))
        .filter(
            value ->
                ResponseCache.LIFETIMES.stream()
                    .anyMatch(each -> value.compareTo(BigDecimal.valueOf(each)) == 0))
        .map(value -> new Change.Ttl(value.intValueExact()));
  }

  private static boolean within(BigDecimal value, BigDecimal least, BigDecimal most) {
    return value.compareTo(least) >= 0 && value.compareTo(most) <= 0;
  }
}
