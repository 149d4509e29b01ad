package ai.netra.loop.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.netra.loop.proof.Fact;
import ai.netra.loop.record.Receipt;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Silence is an answer only of a log that was shown to be readable. */
class LogAnswerTest {

  private static Fact<Receipt> line(long n, String service, String revision, String trace) {
    Receipt receipt =
        new Receipt(service, revision, trace, null, "GET", "/x", 200, 1, null, null, Instant.EPOCH);
    return new Fact<>(n, receipt);
  }

  private final List<Fact<Receipt>> read =
      List.of(
          line(3, "api", "new", "t1"), line(4, "api", "new", "t2"), line(5, "other", "o", "t1"));

  @Test
  void linesOfTheTraceAndTheServiceAreGiven() {
    assertThat(LogAnswer.of(read, "api", "new", "t1"))
        .isEqualTo(new LogAnswer.Lines(List.of(read.getFirst())));
  }

  @Test
  void silenceIsShownByAnotherLineOfTheSameBuild() {
    assertThat(LogAnswer.of(read, "api", "new", "t9")).isEqualTo(new LogAnswer.Empty(3));
  }

  @Test
  void aLogWithoutALineOfThisBuildIsNoSilence() {
    assertThat(LogAnswer.of(read, "api", "old", "t9")).isInstanceOf(LogAnswer.Failed.class);
    assertThat(LogAnswer.of(List.of(), "api", "new", "t1"))
        .isEqualTo(new LogAnswer.Failed("no line of service api with build new was read"));
  }

  @Test
  void linesWithoutALineCannotBeMade() {
    assertThatThrownBy(() -> new LogAnswer.Lines(List.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
