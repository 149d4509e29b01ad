package ai.netra.contract.report;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a fact counts. {@code PER_MONTH} is USD a month, {@code RATIO} a share of one. */
public enum Unit {
  @JsonProperty("usd")
  USD,
  @JsonProperty("tokens")
  TOKENS,
  @JsonProperty("count")
  COUNT,
  @JsonProperty("millis")
  MILLIS,
  @JsonProperty("ratio")
  RATIO,
  @JsonProperty("per_month")
  PER_MONTH,
  @JsonProperty("days")
  DAYS,
  @JsonProperty("text")
  TEXT
}
