package ai.netra.contract.report;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How much of a report the data allowed. */
public enum ReportKind {
  @JsonProperty("full")
  FULL,
  @JsonProperty("partial")
  PARTIAL,
  @JsonProperty("guidance")
  GUIDANCE
}
