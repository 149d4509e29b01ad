package ai.netra.contract.report;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.util.List;

/**
 * Something to change, and what that saves of what the recommendations before it leave.
 *
 * @param strategy {@code S1} to {@code S10}
 * @param concernedSpend USD of the window that it is about
 * @param confidence 0 to 1
 * @param assumptions names of those that it depends on
 * @param facts ids of the facts behind it
 */
public record Recommendation(
    String id,
    String strategy,
    String title,
    @JsonProperty("monthly_saving_usd") MoneyRange monthlySaving,
    @JsonProperty("concerned_spend_usd") BigDecimal concernedSpend,
    BigDecimal confidence,
    List<String> assumptions,
    List<String> facts) {

  public Recommendation {
    assumptions = List.copyOf(assumptions);
    facts = List.copyOf(facts);
  }
}
