package ai.netra.backend.agents;

import ai.netra.backend.models.Catalogue;
import ai.netra.backend.service.Fields;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a direct call of an advising tool asks for beside its rows.
 *
 * @param strategy null where the tool takes none
 * @param ttlSeconds null for every lifetime
 */
record AdviceArguments(
    Constraints constraints,
    Assumptions assumptions,
    @Nullable StrategyId strategy,
    List<Change> changes,
    @Nullable Integer ttlSeconds) {

  private static final int MOST_TEXT = 256;

  AdviceArguments {
    changes = List.copyOf(changes);
  }

  /** Reads what fits the schema of the tool; the caller checks the fields. */
  static AdviceArguments of(ToolSpec tool, Fields fields, Catalogue catalogue) {
    return new AdviceArguments(
        constraints(fields),
        assumptions(fields),
        tool.takes("strategy") ? strategy(fields) : null,
        tool.takes("changes") ? new ChangeReader(catalogue).read(fields) : List.of(),
        tool.takes("ttl_seconds") ? lifetime(fields) : null);
  }

  private static Constraints constraints(Fields fields) {
    Fields nested = fields.nested("constraints");
    Map<?, ?> given = object(fields, "constraints");
    ContextConstraints.Given read = ContextConstraints.given(given);
    read.wrong()
        .forEach(
            name ->
                nested.violation(
                    name, "as the schema of the tool says", String.valueOf(given.get(name))));
    return read.constraints();
  }

  private static Assumptions assumptions(Fields fields) {
    Fields nested = fields.nested("assumptions");
    Map<?, ?> given = object(fields, "assumptions");
    Assumptions.unknown(given)
        .forEach(
            name ->
                nested.violation(
                    name, "a known assumption within its range", String.valueOf(given.get(name))));
    return Assumptions.read(given);
  }

  /** As it was sent; what is no object was noted when its fields were asked for. */
  private static Map<?, ?> object(Fields fields, String name) {
    return fields.any(name) instanceof Map<?, ?> object ? object : Map.of();
  }

  private static StrategyId strategy(Fields fields) {
    return StrategyId.of(fields.text("strategy", 1, MOST_TEXT));
  }

  private static @Nullable Integer lifetime(Fields fields) {
    Long seconds = fields.optionalInteger("ttl_seconds", 1, Integer.MAX_VALUE);
    return seconds == null ? null : seconds.intValue();
  }
}
