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

class BareSleepFires {
  private final Client client = Client.create();

  @Test
  void sleepsToLookSlow() throws Exception {
    Thread.sleep(1500);
    assertEquals(200, client.get("/items").status());
  }

  @Test
  void sleepsAndHopes() throws Exception {
    client.post("/jobs", Map.of());
    TimeUnit.SECONDS.sleep(2);
    assertEquals("done", client.get("/jobs/1").text("state"));
  }

  @Test
  void sleepsInAHelper() throws Exception {
    settle();
    assertEquals(200, client.get("/items").status());
  }

  @Test
  void sleepsInALoopThatAsksNothing() throws Exception {
    for (int i = 0; i < 3; i++) {
      client.get("/items").expect(200);
      Thread.sleep(100);
    }
  }

  private void settle() throws InterruptedException {
    Thread.sleep(500);
  }
}
