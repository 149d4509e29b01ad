package ai.netra.contract.report;

import java.math.BigDecimal;

/** An amount in USD at the worst, expected and best outcome of the assumptions. */
public record MoneyRange(BigDecimal low, BigDecimal expected, BigDecimal high) {}
