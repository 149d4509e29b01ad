package ai.netra.loop.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HistoryTest {

  private static final List<Patch> BENIGN =
      IntStream.range(0, 25).mapToObj(i -> new Patch("p" + i, "Change " + i, "")).toList();

  @Test
  void eightBenignCommitsComeBeforeTheFaultAndSevenAfterIt() {
    History history = History.of(ScorerTest.fault(Path.of("faults/T1")), BENIGN, 7);

    assertThat(history.before()).hasSize(8);
    assertThat(history.mixed()).hasSize(3);
    assertThat(history.after()).hasSize(7);
    assertThat(history.benign()).doesNotHaveDuplicates();
  }

  @Test
  void theSeedAloneDecidesWhichAndInWhatOrder() {
    var fault = ScorerTest.fault(Path.of("faults/T1"));

    assertThat(History.of(fault, BENIGN, 7)).isEqualTo(History.of(fault, BENIGN, 7));
    assertThat(History.of(fault, BENIGN, 7).benign())
        .isNotEqualTo(History.of(fault, BENIGN, 8).benign());
  }

  @Test
  void aSmallPoolIsSharedOut() {
    History history = History.of(ScorerTest.fault(Path.of("faults/T1")), BENIGN.subList(0, 6), 1);

    assertThat(history.mixed()).hasSize(3);
    assertThat(history.before()).hasSize(2);
    assertThat(history.after()).hasSize(1);
  }
}
