package ai.netra.backend.agents;

import ai.netra.contract.report.Fact;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Facts by name. */
final class Facts {

  private final Map<String, Fact> byName = new LinkedHashMap<>();

  Facts(List<Fact> facts) {
    facts.forEach(fact -> byName.put(fact.name(), fact));
  }

  /** A fact that a step always makes. */
  Fact get(String name) {
    Fact fact = byName.get(name);
    if (fact == null) {
      throw new IllegalArgumentException("fact " + name + ": not among " + byName.keySet());
    }
    return fact;
  }

  Optional<Fact> find(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  BigDecimal number(String name) {
    return new BigDecimal(get(name).value().toString());
  }
}
