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

class BareSleepClean {
  private final Client client = Client.create();

  @Test
  void aPollOfAHelper() {
    client.post("/jobs", Map.of());
    Await.until("the job is done", () -> client.get("/jobs/1").text("state").equals("done"));
    assertEquals("7", client.get("/jobs/1").text("result"));
  }

  @Test
  void aPollOfItsOwn() throws Exception {
    long deadline = System.nanoTime() + 5_000_000_000L;
    while (!client.get("/jobs/1").text("state").equals("done") && System.nanoTime() < deadline) {
      Thread.sleep(20);
    }
    assertEquals("done", client.get("/jobs/1").text("state"));
  }

  @Test
  void aCountedPoll() throws Exception {
    for (int i = 0; i < 100; i++) {
      if (client.get("/ready").status() == 200) {
        break;
      }
      Thread.sleep(20);
    }
    assertEquals(200, client.get("/ready").status());
  }

  @Test
  void quietForATimeIsTheClaim() throws Exception {
    try (Frames frames = client.connect("/ws")) {
      assertTrue(frames.isQuietFor(Duration.ofMillis(300)));
    }
  }
}
