package ai.netra.contract.report;

import java.util.List;

/**
 * A field of usage data that is missing: why it matters and what sending it unlocks.
 *
 * @param required whether a row without it is refused
 */
public record Ask(String field, String why, List<String> unlocks, boolean required) {

  public Ask {
    unlocks = List.copyOf(unlocks);
  }
}
