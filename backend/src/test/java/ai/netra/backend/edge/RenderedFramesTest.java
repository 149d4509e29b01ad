package ai.netra.backend.edge;

import static org.assertj.core.api.Assertions.assertThat;

import ai.netra.backend.identity.UserKey;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class RenderedFramesTest {

  private static final UserKey ANN = new UserKey(1);
  private static final UserKey BOB = new UserKey(2);

  private final RenderedFrames frames = new RenderedFrames();
  private int rendered;

  @Test
  void aFrameIsRenderedOnceForAllSockets() {
    for (int i = 0; i < 100; i++) {
      assertThat(get(ANN, 7, "ann's")).isEqualTo("ann's");
    }

    assertThat(rendered).isOne();
  }

  @Test
  void noUserGetsTheFrameOfAnotherThoughTheyShareASlot() {
    for (long seq = 0; seq < 4_000; seq++) {
      assertThat(get(ANN, seq, "ann's " + seq)).isEqualTo("ann's " + seq);
      assertThat(get(BOB, seq, "bob's " + seq)).isEqualTo("bob's " + seq);
      assertThat(get(ANN, seq, "ann's " + seq)).isEqualTo("ann's " + seq);
    }
  }

  @Test
  void aLargeFrameIsNotKept() {
    String large = "x".repeat(20_000);

    assertThat(get(ANN, 7, large)).isEqualTo(large);
    assertThat(get(ANN, 7, large)).isEqualTo(large);
    assertThat(rendered).isEqualTo(2);
  }

  private String get(UserKey user, long seq, String text) {
    byte[] frame =
        frames.get(
            user,
            seq,
            () -> {
              rendered++;
              return text.getBytes(StandardCharsets.UTF_8);
            });
    return new String(frame, StandardCharsets.UTF_8);
  }
}
