package ai.netra.contract.document;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the backend reads field by field, as clients may send it. */
final class BackendRequests {

  private BackendRequests() {}

  record Settings(
      @Nullable String prose,
      @Nullable String dataset,
      @Nullable String timeRange,
      @Nullable Map<String, Double> assumptions,
      @Nullable Integer timeoutSeconds) {}

  record Start(
      String content,
      @Nullable String agentType,
      @Nullable String threadId,
      @Nullable Map<String, Object> context,
      @Nullable Settings settings,
      @Nullable List<String> references,
      @Nullable Map<String, Object> metadata,
      @Nullable String clientMessageId) {}

  record Execute(
      String content,
      @Nullable String agentType,
      @Nullable String threadId,
      @Nullable Map<String, Object> context,
      @Nullable Settings settings,
      @Nullable List<String> references,
      @Nullable Map<String, Object> metadata,
      @Nullable Integer waitSeconds) {}

  record Message(
      String content,
      @Nullable String threadId,
      @Nullable Boolean run,
      @Nullable Map<String, Object> context,
      @Nullable Settings settings,
      @Nullable Map<String, Object> metadata,
      @Nullable String clientMessageId) {}

  record Stop(String runId, @Nullable String reason) {}

  record Cancel(@Nullable String reason) {}

  record Feedback(int rating, @Nullable String comment) {}

  record NewThread(
      @Nullable String id, @Nullable String title, @Nullable Map<String, Object> metadata) {}

  record ThreadChange(@Nullable String title, @Nullable Map<String, Object> metadata) {}

  record Bulk(String action, List<String> ids) {}

  record DeleteUsage(
      @Nullable String dataset,
      @Nullable String from,
      @Nullable String to,
      @Nullable String confirmation) {}

  record ToolCall(String toolName, @Nullable Map<String, Object> arguments) {}
}
