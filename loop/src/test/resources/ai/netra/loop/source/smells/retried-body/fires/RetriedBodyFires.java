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

class RetriedBodyFires {
  private final Client client = Client.create();

  @Test
  void triedThreeTimes() {
    for (int i = 0; i < 3; i++) {
      try {
        client.post("/items", Map.of("name", "pen")).expect(201);
        return;
      } catch (AssertionError e) {
        if (i == 2) {
          throw e;
        }
      }
    }
  }

  @Test
  void triedByAHelper() {
    Await.retry(3, () -> client.post("/items", Map.of("name", "pen")).expect(201));
  }

  @RetryingTest(3)
  @Test
  void triedByAnAnnotation() {
    client.get("/items").expect(200);
  }
}
