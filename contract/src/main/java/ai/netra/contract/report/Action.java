package ai.netra.contract.report;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;

/**
 * How a recommendation is put to work.
 *
 * @param dependsOn ids of the actions that come first
 * @param settings for machines: a routing table, a lifetime, a queue
 * @param verify metric, query, threshold, days
 * @param rollback metric and the bound at which to go back
 */
public record Action(
    String id,
    String strategy,
    String title,
    List<String> steps,
    @JsonProperty("owner_role") String ownerRole,
    @JsonProperty("effort_hours") HourRange effortHours,
    @JsonProperty("depends_on") List<String> dependsOn,
    Map<String, Object> settings,
    Map<String, Object> verify,
    Map<String, Object> rollback,
    @JsonProperty("monthly_saving_usd") MoneyRange monthlySaving) {

  public Action {
    steps = List.copyOf(steps);
    dependsOn = List.copyOf(dependsOn);
  }
}
