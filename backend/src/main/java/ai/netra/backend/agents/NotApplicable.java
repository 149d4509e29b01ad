package ai.netra.backend.agents;

import java.math.BigDecimal;

/**
 * A strategy that could not be computed, and what it would be about.
 *
 * @param reason the missing field, or the rule; a name in it stands between backquotes
 * @param concernedSpend USD of the window
 */
record NotApplicable(StrategyId id, String reason, BigDecimal concernedSpend) {}
