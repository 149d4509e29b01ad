package ai.netra.backend.agents;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The priced traffic of a window. Cost is linear in its parts, so each strategy is exact. */
record Cube(List<Part> parts) {

  Cube {
    parts = List.copyOf(parts);
  }

  /** Each part as the parts that it becomes. */
  Cube replace(Function<Part, Stream<Part>> change) {
    return new Cube(parts.stream().flatMap(change).toList());
  }

  Cube only(Predicate<Part> wanted) {
    return new Cube(parts.stream().filter(wanted).toList());
  }

  /** USD in the window, exact. */
  BigDecimal cost(UnitPrices prices) {
    return parts.stream().map(prices::cost).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  BigDecimal rows() {
    return parts.stream()
        .map(part -> part.amounts().rows())
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
