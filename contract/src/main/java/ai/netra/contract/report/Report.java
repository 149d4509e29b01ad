package ai.netra.contract.report;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The answer of the supervisor. Every number in its prose renders one of {@code facts}.
 *
 * @param object {@code report}
 * @param prose {@code deterministic}, or {@code llm} where a sentence came from {@code model}
 * @param createdAt the instant that the run pinned: the same run gives the same bytes
 */
@JsonPropertyOrder({
  "id",
  "object",
  "kind",
  "run_id",
  "thread_id",
  "title",
  "summary",
  "data_used",
  "catalogue_version",
  "prices_as_of",
  "prose",
  "prose_reason",
  "model",
  "gate",
  "warnings",
  "sections",
  "facts",
  "charts",
  "recommendations",
  "actions",
  "assumptions",
  "missing_data",
  "created_at"
})
public record Report(
    String id,
    String object,
    ReportKind kind,
    @JsonProperty("run_id") String runId,
    @JsonProperty("thread_id") String threadId,
    String title,
    String summary,
    @JsonProperty("data_used") DataUsed dataUsed,
    @JsonProperty("catalogue_version") String catalogueVersion,
    @JsonProperty("prices_as_of") String pricesAsOf,
    String prose,
    @JsonProperty("prose_reason") String proseReason,
    @Nullable String model,
    GateVerdict gate,
    List<String> warnings,
    List<Section> sections,
    List<Fact> facts,
    List<Chart> charts,
    List<Recommendation> recommendations,
    List<Action> actions,
    List<AssumptionView> assumptions,
    @JsonProperty("missing_data") List<Ask> missingData,
    @JsonProperty("created_at") String createdAt) {

  public Report {
    warnings = List.copyOf(warnings);
    sections = List.copyOf(sections);
    facts = List.copyOf(facts);
    charts = List.copyOf(charts);
    recommendations = List.copyOf(recommendations);
    actions = List.copyOf(actions);
    assumptions = List.copyOf(assumptions);
    missingData = List.copyOf(missingData);
  }
}
