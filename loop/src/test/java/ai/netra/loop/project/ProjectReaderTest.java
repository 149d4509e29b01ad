package ai.netra.loop.project;

import static org.assertj.core.api.Assertions.assertThat;

import ai.netra.loop.project.ProjectReader.Reading;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProjectReaderTest {

  static final String SMALL =
      """
      version: 1
      project: shop
      services:
        api:
          artifact: app
          ports: { http: free }
          start: { command: "./app", directory: "${artifact}" }
          env: { PORT: "${port:http}" }
          ready: { http: /health }
      suites:
        e2e:
          kind: junit
          paths: ["tests/**"]
          uses: { api: API_URL }
      """;

  @ParameterizedTest
  @ValueSource(strings = {"platform", "orders", "storefront"})
  void theDocumentsOfTheSpecificationAreAccepted(String name) throws IOException {
    assertThat(read(resource(name))).isInstanceOf(Reading.Accepted.class);
  }

  @Test
  void aSmallDocumentGetsTheDefaults() {
    Project project = accepted(SMALL);

    assertThat(project.consecutive()).isEqualTo(2);
    assertThat(project.targets())
        .containsExactly(
            Map.entry(
                "local",
                new TargetSpec("local", "process", List.of(), Duration.ofSeconds(5), Map.of())));
    assertThat(project.service("api").ready())
        .isEqualTo(
            new ServiceSpec.ReadySpec(
                "/health", 200, Duration.ofSeconds(60), Duration.ofSeconds(2), null));
    assertThat(project.suite("e2e"))
        .returns("wire", SuiteSpec::proof)
        .returns(4, SuiteSpec::lanes)
        .returns(3, SuiteSpec::jvms)
        .returns(Duration.ofSeconds(60), SuiteSpec::timeout);
  }

  @Test
  void thePlatformsDocumentIsReadAsWritten() throws IOException {
    Project project = accepted(resource("platform"));

    ServiceSpec backend = project.service("backend");
    assertThat(backend.needs()).containsExactly("auth");
    assertThat(backend.env()).containsEntry("NETRA_BACKEND_LIMITS_TOKEN_SKEW_SECONDS", "2");
    assertThat(backend.secrets().get("NETRA_BACKEND_CLIENT_SECRET"))
        .isEqualTo(new ServiceSpec.SecretSpec("generated:32", 32));
    assertThat(project.suite("e2e"))
        .returns("receipt", SuiteSpec::proof)
        .returns("e2e/target/classpath", SuiteSpec::classpath);
    assertThat(project.performance())
        .hasSize(5)
        .contains(
            new Project.Measure(
                "total_request",
                true,
                "backend user_message -> agent_completed",
                95,
                Duration.ofMillis(150),
                true));
    assertThat(accepted(resource("storefront")).service("shop").at())
        .containsExactly(Map.entry("staging", URI.create("https://shop.staging.example")));
  }

  @ParameterizedTest
  @MethodSource({"mistakes", "mistakesBetweenPlaces"})
  void aMistakeIsNamedWithItsPlace(String text, String by, String message) {
    assertThat(refused(SMALL.replace(text, by))).containsExactly(message);
  }

  static Stream<Arguments> mistakes() {
    return Stream.of(
        mistake(
            "    kind: junit",
            "    kind: junit\n    retires: 1",
            "netra.yaml:13:5: unknown key 'retires' in suites.e2e; did you mean 'retries'?"),
        mistake(
            "project: shop",
            "project: shop\nproject: other",
            "netra.yaml:3:1: key 'project' stands twice; first in line 2"),
        mistake(
            "    kind: junit",
            "    kind: junit\n    lanes: many",
            "netra.yaml:13:12: suites.e2e.lanes: a whole number of at least 1 is required,"
                + " got 'many'"),
        mistake(
            "version: 1", "version: 2", "netra.yaml:1:10: version: one of 1 is required, got '2'"),
        mistake(
            "ready: { http: /health }",
            "ready: { status: 200 }",
            "netra.yaml:9:12: required key 'http' is missing in services.api.ready"));
  }

  static Stream<Arguments> mistakesBetweenPlaces() {
    return Stream.of(
        mistake(
            "${port:http}",
            "${port:htp}",
            "netra.yaml:8:18: services.api.env.PORT: '${port:htp}' names no port;"
                + " did you mean 'http'?"),
        mistake(
            "${port:http}",
            "${env:NOT_SET}",
            "netra.yaml:8:18: services.api.env.PORT: '${env:NOT_SET}' is not set in the"
                + " environment"),
        mistake(
            "${artifact}",
            "${artefact}",
            "netra.yaml:7:43: services.api.start.directory: '${artefact}' is not known here;"
                + " did you mean 'artifact'?"),
        mistake(
            "uses: { api: API_URL }",
            "uses: { apy: API_URL }",
            "netra.yaml:14:18: suites.e2e.uses: no service is called 'apy'; did you mean 'api'?"),
        mistake(
            "    uses: { api: API_URL }",
            "    uses: { api: API_URL }\n    proof: receipt",
            "netra.yaml:15:12: suites.e2e.proof: 'receipt' needs logs.receipts of every used"
                + " service, but 'api' writes none; 'wire' asks for less"),
        mistake(
            "    artifact: app",
            "    artifact: app\n    needs: [api]",
            "netra.yaml:6:13: services.api.needs: no service may need itself, but 'api' needs"
                + " 'api'"),
        mistake(
            "    artifact: app",
            "    artifact: app\n    secrets: { KEY: hunter2 }",
            "netra.yaml:6:21: services.api.secrets.KEY: env:NAME, file:PATH, command:COMMAND or"
                + " generated:BYTES is required, got a text of 7 characters"));
  }

  @Test
  void allMistakesAreToldAtOnce() {
    String text = SMALL.replace("artifact: app", "artefact: app").replace("junit", "jnuit");

    assertThat(refused(text))
        .containsExactly(
            "netra.yaml:5:5: unknown key 'artefact' in services.api; did you mean 'artifact'?",
            "netra.yaml:5:5: required key 'artifact' is missing in services.api",
            "netra.yaml:12:11: suites.e2e.kind: one of junit, pytest, playwright, node, command is"
                + " required, got 'jnuit'");
  }

  @Test
  void anAliasIsRefused() {
    String text = SMALL.replace("{ http: free }", "&ports { http: free, again: *ports }");

    assertThat(refused(text))
        .containsExactly("netra.yaml:6:40: alias '*ports' is not allowed; write the value out");
  }

  @Test
  void aSecondDocumentIsRefused() {
    assertThat(refused(SMALL + "---\nversion: 1\n"))
        .containsExactly("netra.yaml:16:1: one document is allowed, this is a second one");
  }

  @Test
  void brokenYamlIsRefusedWithItsPlace() {
    assertThat(refused("version: [1\nproject: shop\n"))
        .singleElement()
        .asString()
        .startsWith("netra.yaml:2:8: is no YAML: ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "# nothing\n"})
  void anEmptyFileIsRefused(String text) {
    assertThat(refused(text)).containsExactly("netra.yaml:1:1: the file is empty");
  }

  private static Arguments mistake(String text, String by, String message) {
    return Arguments.of(text, by, message);
  }

  private static Reading read(String text) {
    return new ProjectReader(Map.of(), 6).read(Path.of("/checkout"), text);
  }

  static Project accepted(String text) {
    return ((Reading.Accepted) read(text)).project();
  }

  static List<String> refused(String text) {
    return ((Reading.Refused) read(text)).findings().stream().map(Finding::toString).toList();
  }

  static String resource(String name) throws IOException {
    try (InputStream stream = ProjectReaderTest.class.getResourceAsStream(name + ".yaml")) {
      return new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
