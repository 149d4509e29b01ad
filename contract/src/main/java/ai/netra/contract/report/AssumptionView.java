package ai.netra.contract.report;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;

/**
 * What no row can say, and what an answer took it to be.
 *
 * @param setBy {@code default} or {@code user}
 */
public record AssumptionView(
    String name,
    BigDecimal low,
    BigDecimal expected,
    BigDecimal high,
    @JsonProperty("set_by") String setBy) {}
