package ai.netra.loop.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import ai.netra.loop.Fixture;
import ai.netra.loop.deploy.Deployer.Outcome;
import ai.netra.loop.deploy.Deployment.RunningService;
import ai.netra.loop.journal.Redaction;
import ai.netra.loop.project.Project;
import ai.netra.loop.project.ProjectReader;
import ai.netra.loop.project.ProjectReader.Reading;
import ai.netra.loop.project.ServiceSpec;
import ai.netra.loop.record.Build;
import ai.netra.loop.record.DeployAttested;
import ai.netra.loop.record.DeployDone;
import ai.netra.loop.record.DeployIntent;
import ai.netra.loop.workspace.StateDirectory;
import ai.netra.loop.workspace.Tree;
import ai.netra.loop.workspace.Workspace;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
  private final MemoryJournal journal = new MemoryJournal();
  private final Map<String, String> environment = new HashMap<>(System.getenv());
  private Fixture fixture;
  private Workspace workspace;

  @BeforeEach
  void openTheFixture() {
    fixture = Fixture.in(folder.resolve("checkout"));
    StateDirectory state = StateDirectory.at(folder.resolve("state"));
    Clock clock = Clock.systemUTC();
    workspace =
        ((Workspace.Opening.Opened) Workspace.open(fixture.folder(), state, "loop", clock))
            .workspace();
  }

  @AfterEach
  void closeTheWorkspace() {
    workspace.close();
  }

  @Test
  void anAttestedServiceAnswersForTheBuildOnItsPrivatePort() throws Exception {
    RunningService service = attested(deploy()).services().getFirst();

    assertThat(get("http://127.0.0.1:" + service.privatePort() + "/health/ready"))
        .isEqualTo("{\"revision\":\"" + service.build() + "\"}");
    assertThat(journal.entries(DeployAttested.class))
        .singleElement()
        .returns("self", DeployAttested::level)
        .returns(service.build(), DeployAttested::reported)
        .returns("deploy-1", DeployAttested::deploy)
        .returns(service.pid(), DeployAttested::pid);
    assertThat(journal.entries(DeployIntent.class)).hasSize(1);
    assertThat(journal.entries(DeployDone.class)).singleElement().returns(true, DeployDone::open);
  }

  @Test
  void thePublicUrlIsTheOneThatTheCallerHolds() throws Exception {
    Deployment deployment =
        attested(
            deploy(
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
    attested(deploy()).close();
    attested(deploy()).close();

    assertThat(journal.entries(Build.class)).extracting(Build::reused).containsExactly(false, true);
    assertThat(journal.entries(Build.class).getLast().digest())
        .isEqualTo(journal.entries(Build.class).getFirst().digest());
  }

  @Test
  void aChangeOutsideTheInputsBuildsNothingAndOneInsideDoes() {
    attested(deploy()).close();
    fixture.write("README", "new\n");
    attested(deploy()).close();
    fixture.replace(SERVICE, "Items in memory", "Items in the memory");
    attested(deploy()).close();

    assertThat(journal.entries(Build.class))
        .extracting(Build::reused)
        .containsExactly(false, true, false);
  }

  @Test
  void anArtifactThatWasTamperedWithIsBuiltAgain() throws IOException {
    attested(deploy()).close();
    Build first = journal.entries(Build.class).getFirst();
    Path artifact =
        workspace.state().cache().resolve("items-" + first.build()).resolve("tree/app/revision");
    Files.writeString(artifact, "other");

    attested(deploy()).close();

    assertThat(journal.entries(Build.class).getLast())
        .returns(false, Build::reused)
        .returns(first.digest(), Build::digest);
  }

  @Test
  void anUndeclaredFileBreaksTheBuild() {
    fixture.replace(MANIFEST, "inputs: [service]", "inputs: [netra.yaml]");

    assertThat(closed(deploy()).reason()).contains("its build 'mkdir").contains("ended with");
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
    fixture.replace(SERVICE, text, by);
    fixture.replace(MANIFEST, "within: 20s", "within: 2s");

    assertThat(closed(deploy()))
        .returns("items", Outcome.Closed::service)
        .extracting(Outcome.Closed::reason)
        .asString()
        .contains(reason);
    assertThat(journal.entries(DeployDone.class)).singleElement().returns(false, DeployDone::open);
  }

  @Test
  void theReasonOfADeathCarriesItsLastLines() {
    fixture.replace(
        SERVICE,
        "server.start();",
        "if (port > 0) throw new IllegalStateException(\"no disk today\");");

    assertThat(closed(deploy()).reason()).contains("status 1").contains("no disk today");
  }

  @Test
  void anotherServerOnThePortIsNotTheService() throws Exception {
    fixture.replace(SERVICE, "server.start();", "Thread.sleep(60_000);");
    fixture.replace(SERVICE, "arguments) throws IOException", "arguments) throws Exception");
    fixture.replace(
        SERVICE,
        "HttpServer.create(new InetSocketAddress(\"127.0.0.1\", port), 0)",
        "HttpServer.create()");
    try (Impostor impostor = new Impostor()) {
      Outcome outcome = deploy(impostor);

      assertThat(closed(outcome).reason()).contains("is held by another process");
    }
  }

  @Test
  void theDeathOfAServiceIsTold() throws Exception {
    Deployment deployment = attested(deploy());
    CompletableFuture<String> dead = new CompletableFuture<>();
    deployment.onDeath(service -> dead.complete(service.name()));

    ProcessHandle.of(deployment.services().getFirst().pid()).orElseThrow().destroyForcibly();

    assertThat(dead.get(10, TimeUnit.SECONDS)).isEqualTo("items");
  }

  @Test
  void aClosedDeploymentHasNoProcess() {
    Deployment deployment = attested(deploy());
    long pid = deployment.services().getFirst().pid();

    deployment.close();

    assertThat(ProcessHandle.of(pid).filter(ProcessHandle::isAlive)).isEmpty();
  }

  @Test
  void aServiceSeesWhatIsDeclaredAndNothingElse() throws Exception {
    environment.put("UNDECLARED", "1");
    RunningService service = attested(deploy()).services().getFirst();

    String variables = Files.readString(Path.of("/proc/" + service.pid() + "/environ"));
    assertThat(variables.split("\0", -1))
        .extracting(variable -> variable.split("=", -1)[0])
        .isSubsetOf(
            "PATH",
            "HOME",
            "LANG",
            "TMPDIR",
            "PORT",
            "PUBLIC_URL",
            "ITEMS_KEY",
            "NETRA_DEPLOY",
            "");
    assertThat(variables).contains("NETRA_DEPLOY=deploy-1");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          env:ITEMS_SOURCE | is missing
          file:no-such-file | is missing
          command:printf changeme | is a placeholder
          command:printf aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa | is weak: one part repeated
          """)
  void aBadSecretClosesTheGateWithoutItsValue(String source, String problem) {
    fixture.replace(MANIFEST, "generated:32", source);

    assertThat(closed(deploy()).reason())
        .isEqualTo("secret services.items.secrets.ITEMS_KEY " + problem + ", from " + source);
  }

  @Test
  void aSecretThatStandsInTheRepositoryIsRefused() {
    fixture.write("notes.txt", "key: qD3nB7xV0sK9wT2yL5mR8cF1gH4jP6zA\n");
    environment.put("ITEMS_SOURCE", "qD3nB7xV0sK9wT2yL5mR8cF1gH4jP6zA");
    fixture.replace(MANIFEST, "generated:32", "env:ITEMS_SOURCE");

    assertThat(closed(deploy()).reason())
        .isEqualTo(
            "secret services.items.secrets.ITEMS_KEY stands as text in the repository,"
                + " from env:ITEMS_SOURCE");
  }

  private Outcome deploy() {
    return deploy(Addresses.own(project().target("local")));
  }

  private Outcome deploy(Addresses addresses) {
    Tree tree = workspace.checkout().tree();
    Path logs = folder.resolve("logs-" + System.nanoTime());
    logs.toFile().mkdirs();
    Deployers.Plan plan =
        new Deployers.Plan(
            project(),
            project().target("local"),
            tree,
            "deploy-1",
            1,
            fixture.folder(),
            logs,
            logs,
            Redaction.of(List.of()),
            environment,
            List.of());
    return Deployers.local(plan, workspace, journal, addresses).deploy();
  }

  private Project project() {
    return ((Reading.Accepted) new ProjectReader(Map.of(), 2).read(fixture.folder())).project();
  }

  private static Deployment attested(Outcome outcome) {
    return ((Outcome.Attested) outcome).deployment();
  }

  private static Outcome.Closed closed(Outcome outcome) {
    return (Outcome.Closed) outcome;
  }

  private static String get(String url) throws IOException, InterruptedException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client
          .send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofString())
          .body();
    }
  }
}
