package seeds;

import static org.assertj.core.api.Assertions.*;
import static org.junit.jupiter.api.Assertions.*;
import static org.junit.jupiter.api.Assumptions.*;

import java.time.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.concurrent.atomic.*;
import org.junit.jupiter.api.*;
import org.junit.jupiter.params.*;
import support.*;

class MockClientFires {
  private final Client client = Client.create();

  private final FakeClient fake = new FakeClient();

  @Test
  void asksAFake() {
    assertEquals(200, fake.get("/items").status());
  }

  @Test
  void fallsBackToAMockSocket() {
    MockWebSocket socket = new MockWebSocket();
    socket.send("hello");
    assertEquals("welcome", socket.next());
  }

  static final class FakeClient {
    Answer get(String path) {
      return new Answer(200, "[]");
    }
  }

  static final class MockWebSocket {
    void send(String text) {}

    String next() {
      return "welcome";
    }
  }
}
