package ai.netra.contract.document;

import static org.assertj.core.api.Assertions.assertThat;

import ai.netra.contract.agent.AgentView;
import ai.netra.contract.agent.ToolAnswer;
import ai.netra.contract.agent.ToolPermission;
import ai.netra.contract.agent.ToolView;
import ai.netra.contract.health.Health;
import ai.netra.contract.health.Version;
import ai.netra.contract.list.Page;
import ai.netra.contract.report.Report;
import ai.netra.contract.report.ShareLink;
import ai.netra.contract.route.BackendRoutes;
import ai.netra.contract.run.ActiveRun;
import ai.netra.contract.run.Execution;
import ai.netra.contract.run.FramePage;
import ai.netra.contract.run.PostedMessage;
import ai.netra.contract.run.RunFrames;
import ai.netra.contract.run.RunHead;
import ai.netra.contract.run.RunView;
import ai.netra.contract.run.StreamOffer;
import ai.netra.contract.service.ClientConfig;
import ai.netra.contract.service.Discovery;
import ai.netra.contract.service.ProtectedResource;
import ai.netra.contract.socket.SocketConfig;
import ai.netra.contract.socket.SocketHealth;
import ai.netra.contract.thread.BulkItem;
import ai.netra.contract.thread.MessageView;
import ai.netra.contract.thread.ThreadView;
import ai.netra.contract.usage.DatasetView;
import ai.netra.contract.usage.ImportView;
import ai.netra.contract.usage.RowError;
import ai.netra.contract.usage.RowsDeleted;
import ai.netra.contract.usage.UsageSummary;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.core.type.TypeReference;

/**
 * H70: the committed document is the generated one. After a change of routes or records: {@code
 * ./mvnw -pl contract test -Dtest=BackendDocumentTest -Dnetra.documents=write}.
 */
final class BackendDocumentTest {

  private static final Type OBJECT = new TypeReference<Map<String, Object>>() {}.getType();
  private static final Type TEXTS = new TypeReference<Map<String, String>>() {}.getType();
  private static final Type ROWS = new TypeReference<Page<Map<String, Object>>>() {}.getType();
  private static final Type THREADS = new TypeReference<Page<ThreadView>>() {}.getType();
  private static final Type MESSAGES = new TypeReference<Page<MessageView>>() {}.getType();
  private static final Type RUNS = new TypeReference<Page<RunHead>>() {}.getType();
  private static final Type ACTIVE = new TypeReference<Page<ActiveRun>>() {}.getType();
  private static final Type IMPORTS = new TypeReference<Page<ImportView>>() {}.getType();
  private static final Type ERRORS = new TypeReference<Page<RowError>>() {}.getType();
  private static final Type DATASETS = new TypeReference<Page<DatasetView>>() {}.getType();
  private static final Type AGENTS = new TypeReference<Page<AgentView>>() {}.getType();
  private static final Type TOOLS = new TypeReference<Page<ToolView>>() {}.getType();
  private static final Type BULK = new TypeReference<Map<String, List<BulkItem>>>() {}.getType();
  private static final String NAME = "openapi-backend.yaml";

  @Test
  void theCommittedDocumentIsTheGeneratedOne() {
    Bodies bodies = new Bodies();
    service(bodies);
    threads(bodies);
    runs(bodies);
    usage(bodies);
    agents(bodies);
    reports(bodies);
    String generated = OpenApi.yaml("Netra backend", BackendRoutes.ALL, bodies);

    assertThat(CommittedDocument.text(NAME, generated)).isEqualTo(generated);
  }

  private static void service(Bodies bodies) {
    List.of("/health", "/health/ready", "/health/startup", "/api/health")
        .forEach(
            path ->
                bodies.gives("GET " + path, Health.class).also("GET " + path, 503, Health.class));
    bodies
        .gives("GET /health/live", Health.class)
        .gives("GET /version", Version.class)
        .gives("GET /", String.class)
        .gives("GET /callback", String.class)
        .gives("GET /assets/{name}", String.class)
        .gives("GET /openapi.json", OBJECT)
        .gives("GET /api/config", ClientConfig.class)
        .gives("GET /api/discovery/services", Discovery.class)
        .gives("GET /api/discovery/services/{name}", TEXTS)
        .gives("GET /.well-known/oauth-protected-resource", ProtectedResource.class)
        .empty("GET /ws", 101)
        .gives("GET /ws/config", SocketConfig.class)
        .gives("GET /ws/health", SocketHealth.class)
        .also("GET /ws/health", 503, SocketHealth.class);
  }

  private static void threads(Bodies bodies) {
    bodies
        .gives("GET /api/threads", THREADS)
        .takes("POST /api/threads", BackendRequests.NewThread.class, 201, ThreadView.class)
        .gives("GET /api/threads/{id}", ThreadView.class)
        .takes("PATCH /api/threads/{id}", BackendRequests.ThreadChange.class, 200, ThreadView.class)
        .empty("DELETE /api/threads/{id}", 204)
        .gives("POST /api/threads/{id}/restore", ThreadView.class)
        .gives("GET /api/threads/{id}/messages", MESSAGES)
        .gives("POST /api/threads/{id}/auto-rename", ThreadView.class)
        .takes("POST /api/threads/bulk", BackendRequests.Bulk.class, 200, BULK)
        .also("POST /api/threads/bulk", 207, BULK)
        .gives("GET /api/chat/messages", MESSAGES)
        .takes("POST /api/chat/messages", BackendRequests.Message.class, 201, PostedMessage.class)
        .gives("GET /api/chat/messages/{id}", MessageView.class)
        .empty("DELETE /api/chat/messages/{id}", 204);
  }

  private static void runs(Bodies bodies) {
    bodies
        .takes("POST /api/runs", BackendRequests.Start.class, 202, RunView.class)
        .gives("GET /api/runs", RUNS)
        .gives("GET /api/runs/{id}", RunView.class)
        .gives("GET /api/runs/{id}/events", RunFrames.class)
        .gives("GET /api/runs/{id}/stream", String.class)
        .takes("POST /api/runs/{id}/cancel", BackendRequests.Cancel.class, 202, RunView.class)
        .accepts("POST /api/runs/{id}/retry", RunView.class)
        .takes("PUT /api/runs/{id}/feedback", BackendRequests.Feedback.class)
        .takes("POST /api/agents/execute", BackendRequests.Execute.class, 200, Execution.class)
        .also("POST /api/agents/execute", 202, RunView.class)
        .takes("POST /api/agents/{name}", BackendRequests.Execute.class, 200, Execution.class)
        .also("POST /api/agents/{name}", 202, RunView.class)
        .takes("POST /api/agents/start", BackendRequests.Start.class, 202, RunView.class)
        .takes("POST /api/agents/stop", BackendRequests.Stop.class, 200, RunView.class)
        .gives("GET /api/agents/status", ACTIVE)
        .takes("POST /api/agents/stream", BackendRequests.Start.class, 200, String.class)
        .takes("POST /api/chat/stream", BackendRequests.Start.class, 200, String.class)
        .gives("GET /api/events", FramePage.class)
        .gives("GET /api/events/stream", StreamOffer.class);
  }

  private static void usage(Bodies bodies) {
    bodies
        .takes("POST /api/usage/imports", String.class, 202, ImportView.class)
        .also("POST /api/usage/imports", 200, ImportView.class)
        .gives("GET /api/usage/imports", IMPORTS)
        .gives("GET /api/usage/imports/{id}", ImportView.class)
        .gives("GET /api/usage/imports/{id}/errors", ERRORS)
        .empty("DELETE /api/usage/imports/{id}", 204)
        .gives("GET /api/usage/summary", UsageSummary.class)
        .gives("GET /api/usage/records", ROWS)
        .takes("DELETE /api/usage", BackendRequests.DeleteUsage.class, 200, RowsDeleted.class)
        .gives("GET /api/usage/datasets", DATASETS)
        .gives("GET /api/usage/datasets/{name}", DatasetView.class);
  }

  private static void reports(Bodies bodies) {
    bodies
        .gives("GET /api/reports", ROWS)
        .gives("GET /api/reports/{id}", Report.class)
        .gives("GET /api/reports/{id}/export", Report.class)
        .creates("POST /api/reports/{id}/share", ShareLink.class)
        .empty("DELETE /api/reports/{id}/share", 204)
        .gives("GET /shared/reports/{token}", String.class)
        .empty("DELETE /api/reports/{id}", 204);
  }

  private static void agents(Bodies bodies) {
    bodies
        .gives("GET /api/agents", AGENTS)
        .gives("GET /api/agents/discovery", AGENTS)
        .gives("GET /api/agents/config", OBJECT)
        .gives("GET /api/agents/{name}", AgentView.class)
        .gives("GET /api/agents/{name}/config", OBJECT)
        .gives("GET /api/tools", TOOLS)
        .gives("GET /api/tools/{name}", ToolView.class)
        .gives("GET /api/tools/permissions/{name}", ToolPermission.class)
        .takes("POST /api/tools/execute", BackendRequests.ToolCall.class, 200, ToolAnswer.class);
  }
}
