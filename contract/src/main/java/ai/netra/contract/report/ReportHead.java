package ai.netra.contract.report;

import com.fasterxml.jackson.annotation.JsonProperty;

/** A report as a list shows it, without its sections. */
public record ReportHead(
    String id,
    String object,
    ReportKind kind,
    @JsonProperty("run_id") String runId,
    @JsonProperty("thread_id") String threadId,
    String title,
    String summary,
    @JsonProperty("created_at") String createdAt) {}
