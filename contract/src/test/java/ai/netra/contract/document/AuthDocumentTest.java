package ai.netra.contract.document;

import static org.assertj.core.api.Assertions.assertThat;

import ai.netra.contract.health.Health;
import ai.netra.contract.health.Version;
import ai.netra.contract.route.AuthRoutes;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * H70: the committed document is the generated one. After a change of routes or records: {@code
 * ./mvnw -pl contract test -Dtest=AuthDocumentTest -Dnetra.documents=write}.
 */
final class AuthDocumentTest {

  private static final String NAME = "openapi-auth.yaml";

  @Test
  void theCommittedDocumentIsTheGeneratedOne() {
    String generated = OpenApi.yaml("Netra auth", AuthRoutes.ALL, bodies());

    assertThat(CommittedDocument.text(NAME, generated)).isEqualTo(generated);
  }

  private static Bodies bodies() {
    Bodies bodies = new Bodies();
    List.of("/health", "/health/ready", "/health/startup", "/auth/health", "/auth/status")
        .forEach(
            path ->
                bodies.gives("GET " + path, Health.class).also("GET " + path, 503, Health.class));
    return bodies.gives("GET /health/live", Health.class).gives("GET /version", Version.class);
  }
}
