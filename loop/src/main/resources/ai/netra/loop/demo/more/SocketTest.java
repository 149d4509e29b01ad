package items;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("p1")
class SocketTest {

  @Test
  @DisplayName("S1 a browser is connected and greeted")
  void aBrowserIsConnectedAndGreeted() throws Exception {
    try (BrowserSocket socket = BrowserSocket.offering("jwt-auth", "jwt.ada-token")) {
      assertEquals("{\"type\":\"connected\",\"user\":\"ada\"}", socket.next());
    }
  }

  @Test
  @DisplayName("S2 a browser gets back what it says")
  void aBrowserGetsBackWhatItSays() throws Exception {
    try (BrowserSocket socket = BrowserSocket.offering("jwt-auth", "jwt.bob-token")) {
      assertEquals("{\"type\":\"connected\",\"user\":\"bob\"}", socket.next());
      socket.say("hello");
      assertEquals("{\"type\":\"echo\",\"text\":\"hello\"}", socket.next());
    }
  }

  @Test
  @DisplayName("S3 the same token in a header connects too")
  void theSameTokenInAHeaderConnectsToo() throws Exception {
    try (BrowserSocket socket = BrowserSocket.withHeader("ada-token")) {
      assertEquals("{\"type\":\"connected\",\"user\":\"ada\"}", socket.next());
    }
  }
}
