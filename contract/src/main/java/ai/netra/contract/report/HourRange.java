package ai.netra.contract.report;

import java.math.BigDecimal;

/** Hours of work, at best, as expected and at worst. */
public record HourRange(BigDecimal low, BigDecimal expected, BigDecimal high) {}
