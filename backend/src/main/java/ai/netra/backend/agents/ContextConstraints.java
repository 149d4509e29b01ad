package ai.netra.backend.agents;

import ai.netra.backend.agents.Constraints.Kind;
import ai.netra.backend.agents.Constraints.LatencyBound;
import ai.netra.backend.agents.Constraints.QualityFloor;
import ai.netra.backend.agents.Constraints.Stated;
import ai.netra.backend.agents.Constraints.Target;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Constraints that a message states as data, in {@code context.constraints}. A field that is there
 * wins over what the words said; what breaks a rule is told and changes nothing. Used once.
 */
final class ContextConstraints {

  private final Map<?, ?> given;
  private final List<Stated> stated = new ArrayList<>();
  private final List<String> wrong = new ArrayList<>();

  private ContextConstraints(Map<?, ?> given) {
    this.given = given;
  }

  /**
   * Constraints that are data alone.
   *
   * @param wrong fields that break their rule, or are not known
   */
  record Given(Constraints constraints, List<String> wrong) {}

  /** Reads constraints that no words go with. */
  static Given given(Map<?, ?> fields) {
    ContextConstraints context = new ContextConstraints(fields);
    Constraints read = context.laidOver(Constraints.NONE);
    return new Given(read, List.copyOf(context.wrong));
  }

  /** What was heard, with what the context says laid over it. */
  static ConstraintReader.Read over(ConstraintReader.Read heard, Map<String, Object> context) {
    if (!context.containsKey("constraints")) {
      return heard;
    }
    if (!(context.get("constraints") instanceof Map<?, ?> given)) {
      List<String> warnings = new ArrayList<>(heard.warnings());
      warnings.add("The context's constraints are no object and changed nothing.");
      return new ConstraintReader.Read(heard.constraints(), warnings);
    }
    return new ContextConstraints(given).over(heard);
  }

  private ConstraintReader.Read over(ConstraintReader.Read heard) {
    Constraints all = laidOver(heard.constraints());
    List<String> told = new ArrayList<>(heard.warnings());
    wrong.forEach(
        field ->
            told.add(
                "The constraint %s of the context was not understood and changed nothing."
                    .formatted(Markdown.code(field))));
    return new ConstraintReader.Read(all, told);
  }

  private Constraints laidOver(Constraints words) {
    Constraints all =
        new Constraints(
            list("targets", this::target).orElse(words.targets()),
            list("latency", this::latency).orElse(words.latency()),
            list("floors", this::floor).orElse(words.floors()),
            texts("providers").orElse(words.providers()),
            texts("regions").orElse(words.regions()),
            flag().orElse(words.noTraining()),
            list("excluded", ContextConstraints::strategy).orElse(words.excluded()),
            words.stated());
    unknown();
    List<Stated> both = new ArrayList<>(words.stated());
    both.addAll(stated);
    return all.stating(both);
  }

  private void unknown() {
    LinkedHashSet<Object> names = new LinkedHashSet<>(given.keySet());
    names.removeAll(
        List.of("targets", "latency", "floors", "providers", "regions", "no_training", "excluded"));
    names.forEach(name -> wrong(String.valueOf(name)));
  }

  private void wrong(String field) {
    wrong.add(field);
  }

  /** All items of a list, or nothing where it is absent or one item breaks its rule. */
  private <T> Optional<List<T>> list(String field, Item<T> reading) {
    Object value = given.get(field);
    if (value == null) {
      return Optional.empty();
    }
    List<T> items = new ArrayList<>();
    if (value instanceof List<?> list) {
      list.forEach(item -> reading.read(item).ifPresent(items::add));
      if (items.size() == list.size()) {
        if (!items.isEmpty()) {
          stated.add(new Stated(Kind.CONTEXT, field + " " + value));
        }
        return Optional.of(items);
      }
    }
    wrong(field);
    return Optional.empty();
  }

  private Optional<List<String>> texts(String field) {
    return list(
            field,
            item -> item instanceof String text ? Optional.of(text) : Optional.<String>empty())
        .map(items -> items.stream().distinct().sorted().toList());
  }

  private Optional<Boolean> flag() {
    Object value = given.get("no_training");
    if (value instanceof Boolean flag) {
      stated.add(new Stated(Kind.CONTEXT, "no_training " + flag));
      return Optional.of(flag);
    }
    if (value != null) {
      wrong("no_training");
    }
    return Optional.empty();
  }

  private Optional<Target> target(Object item) {
    if (!(item instanceof Map<?, ?> map)) {
      return Optional.empty();
    }
    return switch (String.valueOf(map.get("type"))) {
      case "saving" -> number(map, "ratio").map(Target.Saving::new);
      case "growth" -> number(map, "ratio").map(Target.Growth::new);
      case "budget" -> number(map, "usd").map(Target.Budget::new);
      default -> Optional.empty();
    };
  }

  private Optional<LatencyBound> latency(Object item) {
    if (!(item instanceof Map<?, ?> map)) {
      return Optional.empty();
    }
    Long bound = number(map, "p95_ms").map(BigDecimal::longValue).orElse(null);
    return bound == null && map.get("p95_ms") != null
        ? Optional.empty()
        : Optional.of(new LatencyBound(text(map, "feature"), bound));
  }

  private Optional<QualityFloor> floor(Object item) {
    if (!(item instanceof Map<?, ?> map)) {
      return Optional.empty();
    }
    BigDecimal floor = number(map, "floor").orElse(null);
    return floor == null && map.get("floor") != null
        ? Optional.empty()
        : Optional.of(new QualityFloor(text(map, "class"), floor));
  }

  private static Optional<StrategyId> strategy(Object item) {
    return StrategyId.named(String.valueOf(item));
  }

  private static Optional<BigDecimal> number(Map<?, ?> map, String field) {
    return map.get(field) instanceof Number number
        ? Optional.of(new BigDecimal(number.toString())).filter(value -> value.signum() >= 0)
        : Optional.empty();
  }

  private static @Nullable String text(Map<?, ?> map, String field) {
    return map.get(field) instanceof String text ? text : null;
  }

  private interface Item<T> {
    Optional<? extends T> read(Object item);
  }
}
