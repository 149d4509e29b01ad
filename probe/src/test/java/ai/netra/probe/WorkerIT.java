package ai.netra.probe;

import static org.assertj.core.api.Assertions.assertThat;

import ai.netra.probe.seed.BeforeAllSeed;
import ai.netra.probe.seed.ChecksSeed;
import ai.netra.probe.seed.EdgesSeed;
import ai.netra.probe.seed.EndsSeed;
import ai.netra.probe.seed.HangsSeed;
import ai.netra.probe.seed.SetupSeed;
import ai.netra.probe.seed.TeardownSeed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Drives a real worker process of the packaged jar. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WorkerIT {

  private LoopSide worker;

  @BeforeAll
  void start() throws IOException {
    worker = LoopSide.start("ai.netra.probe.seed.ChecksSeed$Frames#expect");
  }

  @AfterAll
  void stop() throws IOException {
    worker.close();
  }

  @ParameterizedTest
  @CsvSource({
    "passes, PASSED",
    "fails, FAILED",
    "throwsAnException, ERROR",
    "assumes, SKIPPED",
    "isDisabled, SKIPPED"
  })
  void tellsHowATestEnded(String method, String status) throws IOException {
    assertThat(statuses(worker.run(id(EndsSeed.class, method)))).containsExactly(status);
  }

  @Test
  void aFailingSetupIsAnErrorEvenByAnAssertion() throws IOException {
    assertThat(statuses(worker.run(id(SetupSeed.class, "neverRuns")))).containsExactly("ERROR");
  }

  @Test
  void aFailingSetupOfTheClassIsToldThoughNoTestRan() throws IOException {
    List<Message> events = worker.run(id(BeforeAllSeed.class, "neverRuns"));

    assertThat(statuses(events)).containsExactly("ERROR");
    assertThat(invocation(events).get("message")).isEqualTo("in SETUP: no key is set");
  }

  @ParameterizedTest
  @CsvSource({"passesItself", "failsItself"})
  void aFailingTeardownIsAnErrorWhateverTheCallCameTo(String method) throws IOException {
    assertThat(statuses(worker.run(id(TeardownSeed.class, method)))).containsExactly("ERROR");
  }

  @Test
  void everyInvocationOfAParameterisedTestIsTold() throws IOException {
    String id = templateId("test-template:isOddForEach(int)");

    assertThat(statuses(worker.run(id))).containsExactly("PASSED", "FAILED", "PASSED");
  }

  @Test
  void everyTestOfAFactoryIsTold() throws IOException {
    String id = templateId("test-factory:makesTwo()");

    assertThat(statuses(worker.run(id))).containsExactly("PASSED", "FAILED");
  }

  @Test
  void aFactoryThatMakesNothingHasNoInvocation() throws IOException {
    assertThat(statuses(worker.run(templateId("test-factory:makesNone()")))).isEmpty();
  }

  @Test
  void eachPhaseWaitsForTheAcknowledgement(@TempDir Path folder) throws IOException {
    List<Message> events =
        worker.run(
            id(EdgesSeed.class, "waitsAtEachEdge"),
            Map.of("FOLDER", folder.toString()),
            phase -> create(folder.resolve(phase)));

    assertThat(statuses(events)).containsExactly("PASSED");
    assertThat(phases(events)).containsExactly("CALL", "TEARDOWN");
  }

  @Test
  void eachInvocationGoesThroughSetupAgain() throws IOException {
    String id = templateId("test-template:isOddForEach(int)");

    assertThat(phases(worker.run(id)))
        .containsExactly(
            "CALL", "TEARDOWN", "SETUP", "CALL", "TEARDOWN", "SETUP", "CALL", "TEARDOWN");
  }

  @ParameterizedTest
  @CsvSource({
    "none, false",
    "jupiter, true",
    "assertj, true",
    "assertjThrown, true",
    "hamcrest, true",
    "inAnotherThread, true",
    "inAPoolOfTheTest, true",
    "declared, true"
  })
  void countsExecutedChecks(String method, boolean counted) throws IOException {
    List<Message> events = worker.run(id(ChecksSeed.class, method));

    assertThat(statuses(events)).containsExactly("PASSED");
    assertThat(Integer.parseInt(events.get(events.size() - 1).get("checks")) > 0)
        .isEqualTo(counted);
  }

  @Test
  void anInterruptedTestEndsAndSaysWhereItStood() throws IOException {
    worker.send(
        "do", "run", "lane", "0", "id", id(HangsSeed.class, "waitsForEver"), "trace", "cafe");
    assertThat(worker.receive().get("phase")).isEqualTo("CALL");
    worker.send("do", "ack", "lane", "0");
    worker.send("do", "interrupt", "lane", "0", "trace", "cafe");

    List<Message> events = worker.untilFinished(phase -> {});

    assertThat(events.get(0).get("text")).contains("\"lane-0\"");
    assertThat(invocation(events).get("error")).isEqualTo(InterruptedException.class.getName());
  }

  @Test
  void anInterruptForAnotherTestIsNobodys() throws IOException {
    worker.send("do", "interrupt", "lane", "0", "trace", "beef");

    assertThat(statuses(worker.run(id(EndsSeed.class, "passes")))).containsExactly("PASSED");
  }

  @Test
  void endsWhenTheLoopIsGone() throws Exception {
    LoopSide other = LoopSide.start("");
    other.send(
        "do", "run", "lane", "0", "id", id(HangsSeed.class, "waitsForEver"), "trace", "cafe");
    assertThat(other.receive().get("phase")).isEqualTo("CALL");

    assertThat(other.hangUp()).isZero();
  }

  private static String id(Class<?> type, String method) {
    return "[engine:junit-jupiter]/[class:" + type.getName() + "]/[method:" + method + "()]";
  }

  private static String templateId(String segment) {
    return "[engine:junit-jupiter]/[class:" + EndsSeed.class.getName() + "]/[" + segment + "]";
  }

  private static List<String> statuses(List<Message> events) {
    return of(events, "invocation").stream().map(m -> m.get("status")).toList();
  }

  private static List<String> phases(List<Message> events) {
    return of(events, "edge").stream().map(m -> m.get("phase")).toList();
  }

  private static Message invocation(List<Message> events) {
    return of(events, "invocation").get(0);
  }

  private static List<Message> of(List<Message> events, String kind) {
    return events.stream().filter(m -> m.get("is").equals(kind)).toList();
  }

  private static void create(Path file) {
    try {
      Files.createFile(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
