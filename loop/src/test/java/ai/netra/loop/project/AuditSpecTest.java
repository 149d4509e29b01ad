package ai.netra.loop.project;

import static org.assertj.core.api.Assertions.assertThat;

import ai.netra.loop.project.Project.AuditSpec;
import ai.netra.loop.project.Project.Mirror;
import ai.netra.loop.project.ProjectReader.Reading;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What {@code policy} says to audits. */
class AuditSpecTest {

  private static final String SMALL =
      """
      version: 1
      project: shop
      services: { api: { artifact: app, ready: { http: /health }, start: { command: ./app }, ports: { http: free } } }
      suites: { e2e: { kind: junit, paths: ["tests/**"], uses: { api: API_URL } } }
      """;

  @Test
  void withoutAPolicyAFixMayWriteEverywhere() {
    assertThat(read(SMALL)).isEqualTo(new AuditSpec(List.of("**"), List.of(), 80, List.of()));
  }

  @Test
  void pathsScoreAndMirrorsAreRead() {
    String policy =
        """
        policy:
          paths: { allow: ["app/**"], deny: ["app/db/**"] }
          audit: { pass: 90, mirrors: [{ fact: plans.yaml, copy: docs/plans.md }] }
        """;

    assertThat(read(SMALL + policy))
        .isEqualTo(
            new AuditSpec(
                List.of("app/**"),
                List.of("app/db/**"),
                90,
                List.of(new Mirror("plans.yaml", "docs/plans.md"))));
  }

  private static AuditSpec read(String text) {
    Reading reading = new ProjectReader(Map.of(), 2).read(Path.of(""), text);
    assertThat(reading).isInstanceOf(Reading.Accepted.class);
    return ((Reading.Accepted) reading).project().audit();
  }
}
