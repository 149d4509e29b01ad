package ai.netra.contract.report;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Where a fact's world is: the user's rows, generated rows, a what-if, or a catalogue. */
public enum Label {
  @JsonProperty("real")
  REAL,
  @JsonProperty("synthetic")
  SYNTHETIC,
  @JsonProperty("what-if")
  WHAT_IF,
  @JsonProperty("catalogue")
  CATALOGUE
}
