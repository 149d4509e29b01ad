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

class OwnValuesFires {
  private final Client client = Client.create();

  private static final int EXPECTED = 42;

  @Test
  void onlyAConstant() {
    client.get("/metrics");
    double p95 = 85.0;
    assertTrue(p95 < 100);
  }

  @Test
  void talksToNothing() {
    List<String> names = new ArrayList<>(List.of("a", "b"));
    names.add("c");
    assertThat(names).hasSize(3).contains("c");
  }

  @Test
  void onlyTheAttemptsAreCounted() {
    int attempts = 0;
    for (int i = 0; i < 3; i++) {
      client.get("/items");
      attempts++;
    }
    assertEquals(3, attempts);
  }

  @Test
  void theAttemptIsCountedInAnAtomic() {
    AtomicInteger sent = new AtomicInteger();
    for (String path : List.of("/a", "/b")) {
      client.get(path);
      sent.incrementAndGet();
    }
    assertThat(sent.get()).isEqualTo(2);
  }

  @Test
  void aConstantAgainstItself() {
    client.get("/items");
    assertEquals(42, EXPECTED);
  }

  @Test
  void alwaysTrue() {
    client.get("/items");
    assertTrue(true);
  }

  @Test
  void whatItSentItself() {
    String name = "pen";
    client.post("/items", Map.of("name", name));
    assertThat(name).isEqualTo("pen");
  }
}
