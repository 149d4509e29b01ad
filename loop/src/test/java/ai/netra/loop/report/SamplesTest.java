package ai.netra.loop.report;

import static org.assertj.core.api.Assertions.assertThat;

import ai.netra.loop.journal.Line;
import ai.netra.loop.record.EntryKind;
import ai.netra.loop.record.Exchange;
import ai.netra.loop.record.PerformanceTerms.Measure;
import ai.netra.loop.record.PerformanceTerms.Source;
import ai.netra.loop.report.RunLines.Found;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SamplesTest {

  private static final Measure PONG =
      new Measure("latency", Source.FRAMES, "api ping -> pong", 95, 1, false);

  @Test
  void aTemplateTakesThePathsThatFitItWhateverTheirQuery() {
    Measure read = new Measure("read", Source.GATEWAY, "api GET /items/{id}", 95, 1, false);
    Samples samples =
        Samples.of(read, found(http("/items/1?x=1"), http("/items"), http("/items/1/parts")));
    assertThat(samples.micros()).containsExactly(4_000L);
    assertThat(samples.records()).containsExactly(1L);
  }

  @Test
  void aTemplateIsNoPattern() {
    Measure read = new Measure("read", Source.GATEWAY, "api GET /a.b", 95, 1, false);
    assertThat(Samples.of(read, found(http("/axb"))).micros()).isEmpty();
  }

  @Test
  void framesArePairedInTheirOrder() {
    Exchange.Socket socket =
        SmallRun.socket(
            SmallRun.frame("in", "ping", 10),
            SmallRun.frame("in", "ping", 20),
            SmallRun.frame("out", "pong", 15),
            SmallRun.frame("out", "pong", 40));
    assertThat(Samples.of(PONG, found(SmallRun.exchange(1, "t", "/ws", socket))).micros())
        .containsExactly(5L, 20L);
  }

  @Test
  void aSocketWhoseFramesCannotBePairedIsLeftOut() {
    Exchange.Socket socket =
        SmallRun.socket(
            SmallRun.frame("in", "ping", 10),
            SmallRun.frame("in", "ping", 20),
            SmallRun.frame("out", "pong", 40));
    assertThat(Samples.of(PONG, found(SmallRun.exchange(1, "t", "/ws", socket))).micros())
        .isEmpty();
  }

  private static Exchange http(String path) {
    return SmallRun.exchange(1, "t", path, null);
  }

  private static List<Found<Exchange>> found(Exchange... exchanges) {
    return Stream.of(exchanges).map(it -> new Found<>(line(it), it)).toList();
  }

  private static Line line(Exchange it) {
    return new Line(it.id(), Instant.EPOCH, 1, 1, EntryKind.EXCHANGE, "", it, List.of(), "", "");
  }
}
