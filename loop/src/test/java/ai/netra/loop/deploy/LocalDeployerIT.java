package ai.netra.loop.deploy;

import static ai.netra.loop.deploy.DeployProject.attested;
import static ai.netra.loop.deploy.DeployProject.closed;
import static org.assertj.core.api.Assertions.assertThat;

import ai.netra.loop.deploy.Deployer.Outcome;
import ai.netra.loop.deploy.Deployment.RunningService;
import ai.netra.loop.project.ServiceSpec;
import ai.netra.loop.record.Build;
import ai.netra.loop.record.DeployAttested;
import ai.netra.loop.record.DeployDone;
import ai.netra.loop.record.DeployIntent;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LocalDeployerIT {

  private static final String MANIFEST = "netra.yaml";
  private static final String SERVICE = "service/Items.java";

  @TempDir private Path folder;
  private DeployProject project;

  @BeforeEach
  void open() {
    project = new DeployProject(folder);
  }

  @AfterEach
  void close() {
    project.close();
  }

  @Test
  void anAttestedServiceAnswersForTheBuildOnItsPrivatePort() throws Exception {
    RunningService service = attested(project.deploy()).services().getFirst();

    assertThat(get("http://127.0.0.1:" + service.privatePort() + "/health/ready"))
        .isEqualTo("{\"revision\":\"" + service.build() + "\"}");
    assertThat(project.journal.entries(DeployAttested.class))
        .singleElement()
        .returns("self", DeployAttested::level)
        .returns(service.build(), DeployAttested::reported)
        .returns("deploy-1", DeployAttested::deploy)
        .returns(service.pid(), DeployAttested::pid);
    assertThat(project.journal.entries(DeployIntent.class)).hasSize(1);
    assertThat(project.journal.entries(DeployDone.class))
        .singleElement()
        .returns(true, DeployDone::open);
  }

  @Test
  void thePublicUrlIsTheOneThatTheCallerHolds() throws Exception {
    Deployment deployment =
        attested(
            project.deploy(
                new Addresses() {
                  @Override
                  public int privatePort(ServiceSpec service, String port) {
                    return 0;
                  }

                  @Override
                  public URI publicUrl(ServiceSpec service, int privatePort) {
                    return URI.create("http://localhost:1");
                  }
                }));

    assertThat(deployment.services().getFirst().publicUrl()).isEqualTo("http://localhost:1");
    assertThat(Files.readString(deployment.services().getFirst().log()))
        .contains("items are at http://localhost:1/items");
  }

  @Test
  void theSameTreeIsBuiltOnce() {
    attested(project.deploy()).close();
    attested(project.deploy()).close();

    assertThat(project.journal.entries(Build.class))
        .extracting(Build::reused)
        .containsExactly(false, true);
    assertThat(project.journal.entries(Build.class).getLast().digest())
        .isEqualTo(project.journal.entries(Build.class).getFirst().digest());
  }

  @Test
  void aChangeOutsideTheInputsBuildsNothingAndOneInsideDoes() {
    attested(project.deploy()).close();
    project.fixture.write("README", "new\n");
    attested(project.deploy()).close();
    project.fixture.replace(SERVICE, "Items in memory", "Items in the memory");
    attested(project.deploy()).close();

    assertThat(project.journal.entries(Build.class))
        .extracting(Build::reused)
        .containsExactly(false, true, false);
  }

  @Test
  void anArtifactThatWasTamperedWithIsBuiltAgain() throws IOException {
    attested(project.deploy()).close();
    Build first = project.journal.entries(Build.class).getFirst();
    Path artifact =
        project
            .workspace
            .state()
            .cache()
            .resolve("items-" + first.build())
            .resolve("tree/app/revision");
    Files.writeString(artifact, "other");

    attested(project.deploy()).close();

    assertThat(project.journal.entries(Build.class).getLast())
        .returns(false, Build::reused)
        .returns(first.digest(), Build::digest);
  }

  @Test
  void anUndeclaredFileBreaksTheBuild() {
    project.fixture.replace(MANIFEST, "inputs: [service]", "inputs: [netra.yaml]");

    assertThat(closed(project.deploy()).reason())
        .contains("its build 'mkdir")
        .contains("ended with");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          server.start(); | System.exit(7); | it died at its start with status 7
          GET /health/ready" -> new Answer(route, 200 | GET /health/ready" -> new Answer(route, 503 \
          | status 503 instead of 200
          "{\\"revision\\":\\"" + revision | "{\\"revision\\":\\"stale" | it reports revision 'stale', but build is
          "{\\"revision\\":\\"" + revision | "{\\"version\\":\\"" + revision | it reports no revision at /revision
          """)
  void aServiceThatIsNotWhatWasBuiltClosesTheGate(String text, String by, String reason) {
    project.fixture.replace(SERVICE, text, by);
    project.fixture.replace(MANIFEST, "within: 20s", "within: 2s");

    assertThat(closed(project.deploy()))
        .returns("items", Outcome.Closed::service)
        .extracting(Outcome.Closed::reason)
        .asString()
        .contains(reason);
    assertThat(project.journal.entries(DeployDone.class))
        .singleElement()
        .returns(false, DeployDone::open);
  }

  @Test
  void theReasonOfADeathCarriesItsLastLines() {
    project.fixture.replace(
        SERVICE,
        "server.start();",
        "if (port > 0) throw new IllegalStateException(\"no disk today\");");

    assertThat(closed(project.deploy()).reason()).contains("status 1").contains("no disk today");
  }

  @Test
  void anotherServerOnThePortIsNotTheService() throws Exception {
    project.fixture.replace(SERVICE, "server.start();", "Thread.sleep(60_000);");
    project.fixture.replace(
        SERVICE, "arguments) throws IOException", "arguments) throws Exception");
    project.fixture.replace(
        SERVICE,
        "HttpServer.create(new InetSocketAddress(\"127.0.0.1\", port), 0)",
        "HttpServer.create()");
    try (Impostor impostor = new Impostor()) {
      Outcome outcome = project.deploy(impostor);

      assertThat(closed(outcome).reason()).contains("is held by another process");
    }
  }

  @Test
  void theDeathOfAServiceIsTold() throws Exception {
    Deployment deployment = attested(project.deploy());
    CompletableFuture<String> dead = new CompletableFuture<>();
    deployment.onDeath(service -> dead.complete(service.name()));

    ProcessHandle.of(deployment.services().getFirst().pid()).orElseThrow().destroyForcibly();

    assertThat(dead.get(10, TimeUnit.SECONDS)).isEqualTo("items");
  }

  @Test
  void aClosedDeploymentHasNoProcess() {
    Deployment deployment = attested(project.deploy());
    long pid = deployment.services().getFirst().pid();

    deployment.close();

    assertThat(ProcessHandle.of(pid).filter(ProcessHandle::isAlive)).isEmpty();
  }

  private static String get(String url) throws IOException, InterruptedException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client
          .send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofString())
          .body();
    }
  }
}
