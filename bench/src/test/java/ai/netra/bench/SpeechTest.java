package ai.netra.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class SpeechTest {

  private static final String LAST = "{\"type\":\"agent_completed\",\"data\":{}}";

  private static ByteBuf frame(String text) {
    return Unpooled.copiedBuffer(text, StandardCharsets.UTF_8);
  }

  @Test
  void socketIoIsJoinedByItsOwnHandshake() {
    assertThat(Speech.SOCKET_IO.joinsAtOnce()).isFalse();
    assertThat(Speech.SOCKET_IO.opens(frame("0{\"sid\":\"x\"}"))).isTrue();
    assertThat(Speech.SOCKET_IO.joins(frame("0{\"sid\":\"x\"}"))).isFalse();
    assertThat(Speech.SOCKET_IO.joins(frame("40{\"sid\":\"y\"}"))).isTrue();
    assertThat(Speech.SOCKET_IO.counts(frame("2"))).isFalse();
  }

  @Test
  void whatIsAskedOfSocketIoIsCountedWithItsEnd() {
    ByteBuf asked = frame(Speech.SOCKET_IO.asked(LAST));

    assertThat(Speech.SOCKET_IO.counts(asked)).isTrue();
    assertThat(Speech.SOCKET_IO.ends(asked)).isTrue();
    assertThat(Speech.SOCKET_IO.ends(frame("42[\"m\",\"{}\"]"))).isFalse();
  }

  @Test
  void onlyTheTypeOfAFrameEndsARun() {
    assertThat(Speech.NETRA.ends(frame(LAST))).isTrue();
    assertThat(Speech.PLAIN.ends(frame("{\"type\":\"agent_started\"}"))).isFalse();
    assertThat(Speech.NETRA.ends(frame(" ".repeat(80) + LAST))).isFalse();
    assertThat(Speech.PLAIN.asked(LAST)).isEqualTo(LAST);
  }
}
