package ai.netra.loop.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ai.netra.loop.record.Attempt;
import ai.netra.loop.record.Attempt.Status;
import ai.netra.loop.record.Canary;
import ai.netra.loop.record.Counts;
import ai.netra.loop.record.Mode;
import ai.netra.loop.record.TestKey;
import ai.netra.loop.record.Verdict;
import ai.netra.loop.round.RoundListener;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProgressTest {

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final PrintStream stream = new PrintStream(bytes, true, UTF_8);

  @Test
  void withoutATerminalEachThingThatMattersIsALine() {
    tell(new PlainProgress(stream));
    assertThat(bytes.toString(UTF_8))
        .isEqualTo(
            """
            Running
            full run 1: 2 tests
              1 of 2
              failed b
              2 of 2
            full run 1: 1 of 2 proved; canaries rang
            Finished(no-progress): 1 of 2 tests are not proved
            """);
  }

  @Test
  void onATerminalThePassUnderWayIsOneLineWrittenAnew() {
    tell(new TerminalProgress(stream, new Style(false)));
    assertThat(bytes.toString(UTF_8))
        .contains("\r\u001b[KRunning full run 1 ████████████░░░░░░░░░░░░ 1/2  lane 0: a")
        .contains("  FAILED b")
        .doesNotContain("\u001b[31m");
  }

  @Test
  void coloursAreForTerminalsThatWantThem() {
    tell(new TerminalProgress(stream, new Style(true)));
    assertThat(bytes.toString(UTF_8)).contains("\u001b[31mFAILED\u001b[0m b");
  }

  private static void tell(RoundListener view) {
    view.moved("Running", "");
    view.pass(1, Mode.VERDICT, 2);
    view.attempt(attempt("a", Status.PASSED));
    view.attempt(attempt(Canary.FAILS.testId(), Status.FAILED));
    view.attempt(attempt("b", Status.FAILED));
    view.verdict(new Verdict(1, 9, new Counts(2, 1, 1, 0, 0, 0, 0, 0), true, ""));
    view.moved("Finished(no-progress)", "1 of 2 tests are not proved");
  }

  private static Attempt attempt(String test, Status status) {
    return new Attempt(
        new TestKey("e2e", test, 1, Mode.VERDICT),
        1,
        "00",
        status,
        List.of(status),
        List.of(),
        1,
        0,
        7,
        Instant.EPOCH,
        Instant.EPOCH,
        5,
        null,
        null,
        null);
  }
}
