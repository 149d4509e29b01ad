package ai.netra.backend.agents;

import ai.netra.backend.agents.Constraints.LatencyBound;
import ai.netra.backend.agents.Constraints.QualityFloor;
import ai.netra.backend.agents.Constraints.Stated;
import ai.netra.backend.agents.Constraints.Target;
import ai.netra.backend.models.Catalogue;
import ai.netra.backend.usage.Dimension;
import ai.netra.backend.usage.Profile;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Makes constraints of the words of a question: what was heard is understood with the names that
 * the data and the catalogue have, and what is not understood is told, never guessed. Used once.
 */
final class ConstraintReader {

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final BigDecimal MONTHS_A_YEAR = BigDecimal.valueOf(12);
  private static final BigDecimal DAYS_A_WEEK = BigDecimal.valueOf(7);

  private final Names names;
  private final List<Target> targets = new ArrayList<>();
  private final List<LatencyBound> latency = new ArrayList<>();
  private final List<QualityFloor> floors = new ArrayList<>();
  private final Set<String> providers = new TreeSet<>();
  private final Set<String> regions = new TreeSet<>();
  private final Set<StrategyId> excluded = new TreeSet<>();
  private final List<String> warnings = new ArrayList<>();

  /** The names that a constraint can speak of. */
  record Names(Set<String> features, Set<String> providers, Set<String> regions) {}

  /** Constraints, and sentences about what was not understood. */
  record Read(Constraints constraints, List<String> warnings) {}

  ConstraintReader(Names names) {
    this.names = names;
  }

  Read read(ConstraintGrammar.Heard heard) {
    for (int i = 0; i < heard.stated().size(); i++) {
      take(heard.stated().get(i), heard.groups().get(i));
    }
    if (!heard.leftover().isEmpty()) {
      warnings.add("A number in the question was not understood and changed nothing.");
    }
    return new Read(
        new Constraints(
            targets,
            latency,
            floors,
            List.copyOf(providers),
            List.copyOf(regions),
            false,
            List.copyOf(excluded),
            heard.stated()),
        warnings);
  }

  private void take(Stated stated, List<String> groups) {
    switch (stated.kind()) {
      case SAVING ->
          share(groups.getFirst(), stated).map(Target.Saving::new).ifPresent(targets::add);
      case GROWTH ->
          share(groups.getFirst(), stated).map(Target.Growth::new).ifPresent(targets::add);
      case BUDGET -> budget(stated, groups);
      case LATENCY -> bound(stated, groups);
      case KEEP_LATENCY -> keepLatency(stated, groups.getFirst());
      case KEEP_QUALITY -> floors.add(new QualityFloor(null, null));
      case ONLY -> only(stated, groups.getFirst());
      case WITHOUT -> excluded.add(strategy(groups.getFirst()));
      case CONTEXT -> throw new IllegalStateException("the grammar hears no context");
    }
  }

  private static StrategyId strategy(String word) {
    return switch (word) {
      case "batch" -> StrategyId.S4;
      case "routing" -> StrategyId.S3;
      case "retries" -> StrategyId.S7;
      default -> StrategyId.S1;
    };
  }

  private Optional<BigDecimal> share(String number, Stated stated) {
    return number(number, stated).map(value -> value.divide(HUNDRED));
  }

  private Optional<BigDecimal> number(String text, Stated stated) {
    Optional<BigDecimal> number = SpokenNumber.read(text);
    if (number.isEmpty()) {
      notUnderstood(stated);
    }
    return number;
  }

  private void notUnderstood(Stated stated) {
    warnings.add(notUnderstood(stated.words()));
  }

  static String notUnderstood(String words) {
    return "The words %s were not understood and changed nothing.".formatted(Markdown.code(words));
  }

  private void budget(Stated stated, List<String> groups) {
    String period = groups.size() > 1 ? groups.get(1) : "month";
    number(groups.getFirst(), stated)
        .map(amount -> monthly(amount, period))
        .map(Target.Budget::new)
        .ifPresent(targets::add);
  }

  private static BigDecimal monthly(BigDecimal amount, String period) {
    return switch (period) {
      case "day" -> amount.multiply(Ratios.MONTH);
      case "week" -> Ratios.of(amount.multiply(Ratios.MONTH), DAYS_A_WEEK);
      case "year" -> Ratios.of(amount, MONTHS_A_YEAR);
      default -> amount;
    };
  }

  private void bound(Stated stated, List<String> groups) {
    boolean millis = groups.get(1).startsWith("m");
    number(groups.getFirst(), stated)
        .map(value -> millis ? value : value.movePointRight(3))
        .ifPresent(value -> latency.add(new LatencyBound(null, value.longValue())));
  }

  private void keepLatency(Stated stated, String name) {
    matching(names.features(), name)
        .ifPresentOrElse(
            feature -> latency.add(new LatencyBound(feature, null)), () -> notUnderstood(stated));
  }

  private void only(Stated stated, String name) {
    Optional<String> provider = matching(names.providers(), name);
    Optional<String> region = matching(names.regions(), name);
    provider.ifPresent(providers::add);
    region.ifPresent(regions::add);
    if (provider.isEmpty() && region.isEmpty()) {
      notUnderstood(stated);
    }
  }

  private static Optional<String> matching(Set<String> known, String name) {
    return known.stream()
        .filter(each -> each.toLowerCase(Locale.ROOT).equals(name))
        .sorted()
        .findFirst();
  }

  /** Names of features, and the providers and regions of the catalogue. */
  static Names names(Profile profile, Catalogue catalogue) {
    Set<String> features = new TreeSet<>();
    profile.names().stream()
        .filter(name -> name.dimension() == Dimension.FEATURE)
        .forEach(name -> features.add(name.value()));
    Set<String> providers = new TreeSet<>();
    Set<String> regions = new TreeSet<>();
    catalogue
        .models()
        .forEach(
            model -> {
              providers.add(model.provider());
              regions.addAll(model.regions());
            });
    return new Names(features, providers, regions);
  }
}
