package ai.netra.loop.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.netra.loop.diagnosis.Whys.Check;
import ai.netra.loop.record.Cause;
import ai.netra.loop.record.Cause.Edge;
import ai.netra.loop.record.Cause.Level;
import ai.netra.loop.record.Cause.Support;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A why without evidence and a check cannot be told. */
class CauseGraphTest {

  @Test
  void anEdgeNeedsEvidenceAPredictionAndItsCheck() {
    assertThatThrownBy(() -> edge("it is green", "it was", List.of()))
        .hasMessageContaining("evidence, a prediction and its check are required");
    assertThatThrownBy(() -> edge(" ", "it was", List.of(1L))).isInstanceOf(RuntimeException.class);
    assertThatThrownBy(() -> edge("it is green", "", List.of(1L)))
        .isInstanceOf(RuntimeException.class);
  }

  private static Edge edge(String prediction, String observed, List<Long> lines) {
    return new Edge(0, 1, "claim", prediction, observed, Support.SUPPORTED, lines);
  }

  @Test
  void aCheckWithoutALineLeavesTheLevelsUnconnected() {
    Whys whys = new Whys();
    int from = whys.node(Level.SYMPTOM, "red", null, List.of());
    int to = whys.node(Level.CHANGE, "a commit", null, List.of());
    whys.edge(from, to, new Check("claim", "predicted", "seen", Support.SUPPORTED, List.of()));
    assertThat(whys.cause("c1", null, "statement").edges()).isEmpty();
  }

  @Test
  void groundedIsOnlyWhatIsSupportedAtEveryLevel() {
    assertThat(cause(Support.SUPPORTED).grounded()).isTrue();
    assertThat(cause(Support.REFUTED).grounded()).isFalse();
  }

  private static Cause cause(Support last) {
    Whys whys = new Whys();
    int before = whys.node(Level.SYMPTOM, "red", null, List.of());
    for (Level level : List.of(Level.INTERACTION, Level.MECHANISM, Level.CHANGE)) {
      int node = whys.node(level, "known", null, List.of());
      Support support = level == Level.CHANGE ? last : Support.SUPPORTED;
      whys.edge(before, node, new Check("claim", "predicted", "seen", support, List.of(7L)));
      before = node;
    }
    return whys.cause("c1", null, "statement");
  }
}
