package ai.netra.loop.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ai.netra.loop.Fixture;
import ai.netra.loop.Netra;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class CommandLineIT {

  private static final String MANIFEST = "netra.yaml";
  private static final String HANG =
      "new Thread(() -> { while (true) java.util.concurrent.locks.LockSupport.park(); }).start();";
  private static final String SERVICE = "service/Items.java";

  @TempDir private Path folder;
  private Fixture fixture;
  private Netra netra;

  @BeforeEach
  void layTheFixtureDown() {
    fixture = Fixture.in(folder.resolve("checkout"));
    netra = Netra.in(fixture.folder(), folder.resolve("state"));
  }

  @AfterEach
  void takeItDown() {
    if (Files.exists(folder.resolve("state/up/up.json"))) {
      netra.run("down");
    }
  }

  @Test
  void upStartsTheServicesShowsTheirNoticesAndDownEndsThem() throws Exception {
    int port = freePort();
    hold(port);

    Netra.Ended up = netra.run("up");

    assertThat(up.out())
        .startsWith(
            "up\n  items  http://localhost:%d\n    items are at http://localhost:%d/items\n"
                .formatted(port, port));
    assertThat(up.status()).isZero();
    assertThat(get("http://localhost:" + port + "/items")).isEqualTo("[]");
    assertThat(netra.run("down").out()).isEqualTo("stopped items\n");
    assertThat(processesOf(folder)).isEmpty();
  }

  @Test
  void upWhenUpSaysSoAndChangesNothing() {
    netra.run("up");
    String before = netra.run("status", "--json").out();

    Netra.Ended again = netra.run("up");

    assertThat(again.status()).isZero();
    assertThat(again.out()).startsWith("already up since ");
    assertThat(netra.run("status", "--json").out()).isEqualTo(before);
  }

  @Test
  void upRightAfterAKillStartsTheServiceAgain() throws Exception {
    hold(freePort());
    netra.run("up");
    JsonNode killed = Json.mapper().readTree(netra.run("status", "--json").out()).get(0);

    ProcessHandle.of(killed.path("pid").longValue()).orElseThrow().destroyForcibly();
    Netra.Ended again = netra.run("up");

    assertThat(again.out()).startsWith("up\n");
    assertThat(get(killed.path("url").stringValue() + "/items")).isEqualTo("[]");
  }

  @Test
  void upReplacesAServiceThatLivesAndDoesNotAnswer() throws Exception {
    netra.run("up");
    JsonNode paused = Json.mapper().readTree(netra.run("status", "--json").out()).get(0);
    String pid = Long.toString(paused.path("pid").longValue());
    new ProcessBuilder("kill", "-STOP", pid).start().waitFor();

    assertThat(netra.run("up").out()).startsWith("up\n");
    assertThat(processesOf(folder)).hasSize(1).doesNotContain(Long.valueOf(pid));
  }

  @Test
  void statusNamesWhatRunsAndWhatEnded() {
    netra.run("up");
    JsonNode running = Json.mapper().readTree(netra.run("status", "--json").out()).get(0);
    assertThat(running.path("state").stringValue()).isEqualTo("running");

    ProcessHandle service = ProcessHandle.of(running.path("pid").longValue()).orElseThrow();
    service.destroyForcibly();
    service.onExit().join();

    Netra.Ended status = netra.run("status");
    assertThat(status.out()).startsWith("items        ended");
    assertThat(status.status()).isEqualTo(1);
  }

  @Test
  void logsPrintWhatAServiceWrote() {
    netra.run("up");

    assertThat(netra.run("logs", "items").out()).contains("\"notice\":\"items are at ");
    assertThat(netra.run("logs", "itms"))
        .returns(2, Netra.Ended::status)
        .extracting(Netra.Ended::err)
        .isEqualTo("netra: SERVICE: one of [items] is required, got 'itms'\n");
  }

  @Test
  void aTakenPortIsNamed() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      hold(taken.getLocalPort());

      assertThat(netra.run("up"))
          .returns(13, Netra.Ended::status)
          .extracting(Netra.Ended::err)
          .asString()
          .contains("service 'items': port " + taken.getLocalPort() + " is taken");
    }
    assertThat(processesOf(folder)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          server.start(); | System.exit(7); | it died at its start with status 7
          server.start(); | HANG | it was not ready for 200 ms within 2 s: no answer on port
          "{\\"revision\\":\\"" + revision | "{\\"revision\\":\\"stale" | it reports revision 'stale', but build is
          """)
  void aServiceThatDoesNotComeUpIsToldAndLeavesNoProcess(String text, String by, String reason)
      throws IOException {
    fixture.replace(SERVICE, text, by.equals("HANG") ? HANG : by);
    fixture.replace(MANIFEST, "within: 20s", "within: 2s");

    Netra.Ended up = netra.run("up");

    assertThat(up).asString().contains("service 'items': " + reason);
    assertThat(up.status()).isEqualTo(13);
    assertThat(processesOf(folder)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          kind: junit | knid: junit | 21:5: unknown key 'knid' in suites.items; did you mean 'kind'?
          paths: ["tests/**"] | paths: ["none/**"] | suites.items.paths: 'none/**' names no file
          command: 'mkdir -p app | command: 'mkdri -p app | no program 'mkdri' is found
          """)
  void aMistakeInTheManifestIsUsage(String text, String by, String message) {
    fixture.replace(MANIFEST, text, by);

    assertThat(netra.run("up"))
        .returns(2, Netra.Ended::status)
        .extracting(Netra.Ended::err)
        .asString()
        .contains(message);
  }

  @Test
  void anUnknownOptionIsRefusedWithAProposal() {
    assertThat(netra.run("up", "--taget", "x"))
        .returns(2, Netra.Ended::status)
        .extracting(Netra.Ended::err)
        .asString()
        .contains("--taget")
        .contains("did you mean '--target'?");
  }

  @Test
  void aTargetThatIsNotDeclaredIsRefused() {
    assertThat(netra.run("up", "--target", "moon"))
        .returns(2, Netra.Ended::status)
        .extracting(Netra.Ended::err)
        .isEqualTo("netra: --target: one of [local, up] is required, got 'moon'\n");
  }

  @Test
  void anUnexpectedExceptionLeavesItsTraceInTheStateDirectory() throws IOException {
    netra.run("up");
    Files.writeString(folder.resolve("state/up/up.json"), "{broken");

    Netra.Ended status = netra.run("status");

    assertThat(status.status()).isEqualTo(70);
    assertThat(status.err()).hasLineCount(1).contains(folder.resolve("state/traces").toString());
    Files.delete(folder.resolve("state/up/up.json"));
    endProcesses();
  }

  @Test
  void aKilledUpLeavesNothingBehindThatTheNextOneDoesNotEnd() throws Exception {
    fixture.replace(SERVICE, "server.start();", HANG);
    Process first = netra.start("up");
    awaitService();
    first.destroyForcibly().waitFor();
    List<Long> orphans = processesOf(folder);
    fixture.replace(MANIFEST, "within: 20s", "within: 5s");

    Netra.Ended next = netra.run("up");

    assertThat(next.err()).contains("ended service items (process group " + orphans.getFirst());
    assertThat(processesOf(folder)).isEmpty();
  }

  private void awaitService() throws InterruptedException {
    while (processesOf(folder).stream().noneMatch(pid -> directory(pid).endsWith("/app"))) {
      Thread.sleep(20);
    }
  }

  private void endProcesses() {
    processesOf(folder).forEach(pid -> ProcessHandle.of(pid).ifPresent(ProcessHandle::destroy));
  }

  private void hold(int port) {
    fixture.replace(
        MANIFEST,
        "    artifact: app\n",
        "    artifact: app\n    at: { up: \"http://localhost:" + port + "\" }\n");
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  /** The services of this test: processes that run in its state directory. */
  private static List<Long> processesOf(Path folder) {
    try (Stream<ProcessHandle> processes = ProcessHandle.allProcesses()) {
      return processes
          .map(ProcessHandle::pid)
          .filter(pid -> directory(pid).startsWith(folder.resolve("state").toString()))
          .toList();
    }
  }

  private static String directory(long pid) {
    try {
      return Files.readSymbolicLink(Path.of("/proc/" + pid + "/cwd")).toString();
    } catch (IOException e) {
      return ""; // it ended meanwhile
    }
  }

  private static String get(String url) throws IOException, InterruptedException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client
          .send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofString())
          .body();
    }
  }
}
