package ai.netra.loop.project;

import java.math.BigDecimal;
import java.util.List;

/**
 * What is at stake, as declared in {@code priorities.<name>}.
 *
 * @param tests {@code tag:NAME}, or globs over test ids
 * @param value of all its tests together, in {@code currency}
 * @param source where the value comes from, for people
 */
public record PrioritySpec(
    String name, List<String> tests, BigDecimal value, String currency, String source) {}
