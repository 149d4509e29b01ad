package ai.netra.contract.report;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;

/** The answer of the supervisor. Every number in its prose renders one of {@code facts}. */
@JsonPropertyOrder({
  "kind",
  "title",
  "summary",
  "data_used",
  "catalogue_version",
  "prices_as_of",
  "warnings",
  "sections",
  "facts",
  "missing_data"
})
public record Report(
    ReportKind kind,
    String title,
    String summary,
    @JsonProperty("data_used") DataUsed dataUsed,
    @JsonProperty("catalogue_version") String catalogueVersion,
    @JsonProperty("prices_as_of") String pricesAsOf,
    List<String> warnings,
    List<Section> sections,
    List<Fact> facts,
    @JsonProperty("missing_data") List<Ask> missingData) {

  public Report {
    warnings = List.copyOf(warnings);
    sections = List.copyOf(sections);
    facts = List.copyOf(facts);
    missingData = List.copyOf(missingData);
  }
}
