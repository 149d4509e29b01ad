package ai.netra.backend.agents;

import ai.netra.backend.models.Catalogue;
import ai.netra.backend.usage.UsageQueries.Billing;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How a user's bills relate to the catalogue: where nearly all rows of a model say what was billed,
 * the relation scales its prices, and those of its provider's other models.
 */
record BilledFactors(Map<String, BigDecimal> byModel, List<String> warnings) {

  private static final int ENOUGH_PERCENT = 95;
  private static final BigDecimal LEAST = new BigDecimal("0.2");
  private static final BigDecimal MOST = new BigDecimal("2");

  BilledFactors {
    byModel = Map.copyOf(byModel);
    warnings = List.copyOf(warnings);
  }

  private record Sum(long rows, long billedRows, BigDecimal billed, BigDecimal list) {

    Sum plus(Sum other) {
      return new Sum(
          rows + other.rows,
          billedRows + other.billedRows,
          billed.add(other.billed),
          list.add(other.list));
    }

    boolean enough() {
      return billedRows * 100 >= rows * ENOUGH_PERCENT && list.signum() > 0;
    }
  }

  static BilledFactors of(Catalogue catalogue, List<Billing> billings) {
    Map<String, Sum> sums = new TreeMap<>();
    for (Billing billing : billings) {
      catalogue
          .resolve(billing.model(), billing.provider())
          .ifPresent(id -> sums.merge(id, sum(billing), Sum::plus));
    }
    Map<String, BigDecimal> own = new TreeMap<>();
    List<String> warnings = new ArrayList<>();
    sums.forEach((model, sum) -> factor(model, sum, own, warnings));
    return new BilledFactors(ofProviders(catalogue, own), warnings);
  }

  private static Sum sum(Billing billing) {
    return new Sum(
        billing.rows(), billing.billedRows(), billing.billed().amount(), billing.list().amount());
  }

  private static void factor(
      String model, Sum sum, Map<String, BigDecimal> own, List<String> warnings) {
    if (!sum.enough()) {
      return;
    }
    BigDecimal factor = Ratios.of(sum.billed(), sum.list());
    if (factor.compareTo(LEAST) < 0 || factor.compareTo(MOST) > 0) {
      warnings.add(
          "What was billed for %s is far from its catalogue price, so advice takes the catalogue's."
              .formatted(Markdown.code(model)));
      return;
    }
    own.put(model, factor);
  }

  /** A model without bills takes the factor of the first model of its provider that has one. */
  private static Map<String, BigDecimal> ofProviders(
      Catalogue catalogue, Map<String, BigDecimal> own) {
    Map<String, BigDecimal> all = new HashMap<>(own);
    catalogue
        .models()
        .forEach(
            model ->
                own.entrySet().stream()
                    .filter(entry -> provider(catalogue, entry.getKey()).equals(model.provider()))
                    .findFirst()
                    .ifPresent(entry -> all.putIfAbsent(model.id(), entry.getValue())));
    return all;
  }

  private static String provider(Catalogue catalogue, String model) {
    return catalogue.model(model).orElseThrow().provider();
  }
}
