package ai.netra.loop.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ServerSocket;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PortsTest {

  @Test
  void aFreePortIsNoneThatTheSystemLendsToConnections() throws IOException {
    try (Ports ports = new Ports();
        ServerSocket lent = new ServerSocket(0, 1)) {
      Set<Integer> taken = new HashSet<>();
      for (int i = 0; i < 50; i++) {
        taken.add(ports.take("shop", 0));
      }
      assertThat(taken).hasSize(50).allMatch(it -> it >= 10_240 && it < lent.getLocalPort());
    }
  }

  @Test
  void aPortIsHeldUntilItIsGivenFree() throws IOException {
    try (Ports ports = new Ports()) {
      int port = ports.take("shop", 0);
      assertThatThrownBy(() -> ports.take("shop", port)).hasMessage("port " + port + " is taken");
      ports.release(List.of(port));
      new ServerSocket(port, 1).close();
    }
  }
}
