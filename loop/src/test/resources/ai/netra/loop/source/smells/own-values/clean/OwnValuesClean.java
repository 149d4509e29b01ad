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

class OwnValuesClean {
  private final Client client = Client.create();

  @Test
  void anAnswerIsCompared() {
    assertEquals(200, client.get("/items").status());
  }

  @Test
  void framesThatACallbackCollected() throws Exception {
    List<String> seen = new CopyOnWriteArrayList<>();
    CountDownLatch done = new CountDownLatch(1);
    Listeners.subscribe(
        text -> {
          seen.add(text);
          done.countDown();
        });
    assertTrue(done.await(5, TimeUnit.SECONDS));
    assertThat(seen).contains("ready");
  }

  @Test
  void aRefusalIsSeenInACatch() {
    boolean refused = false;
    try {
      Sockets.connect("localhost");
    } catch (java.io.IOException e) {
      refused = true;
    }
    assertTrue(refused);
  }

  @Test
  void aCountOfGoodAnswers() {
    int good = 0;
    for (int i = 0; i < 20; i++) {
      if (client.get("/limited").status() == 200) {
        good++;
      }
    }
    assertEquals(15, good);
  }

  @Test
  void theSumThatTheServiceToldAgainstOneByHand() {
    BigSum sum = new BigSum();
    sum.add(3);
    sum.add(4);
    assertEquals(sum.total(), Integer.parseInt(client.get("/sum").body()));
  }

  @Test
  void anErrorIsThrown() {
    assertThatThrownBy(() -> client.get("/gone").expect(200)).hasMessageContaining("404");
  }

  @Test
  void aSwitchOverWhatCame() {
    try (Frames frames = client.connect("/ws")) {
      switch (frames.next()) {
        case Frames.Event.Text text -> assertThat(text.content()).contains("welcome");
        case Frames.Event.Closed closed -> fail("closed with " + closed.code());
      }
    }
  }

  @ParameterizedTest
  void aParameterIsSentAndComesBack(String name) {
    assertThat(client.post("/items", Map.of("name", name)).body()).contains(name);
  }

  static final class BigSum {
    private int total;

    void add(int value) {
      total += value;
    }

    int total() {
      return total;
    }
  }
}
