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

class SwallowedClean {
  private final Client client = Client.create();

  @Test
  void rethrown() {
    try {
      client.get("/items").expect(200);
    } catch (RuntimeException e) {
      throw new AssertionError("the list is away", e);
    }
  }

  @Test
  void failed() {
    try {
      client.get("/items").expect(200);
    } catch (RuntimeException e) {
      fail("the list is away", e);
    }
  }

  @Test
  void expectedAndTheFailGoesThrough() {
    try {
      client.connect("/closed");
      fail("must be refused");
    } catch (java.util.concurrent.CompletionException expected) {
      // that is the claim
    }
  }

  @Test
  void keptAndChecked() {
    Exception seen = null;
    try {
      client.connect("/closed");
    } catch (RuntimeException e) {
      seen = e;
    }
    assertThat(seen).hasMessageContaining("refused");
  }

  @Test
  void aPollThatFailsAtItsDeadline() throws Exception {
    Instant deadline = Instant.now().plusSeconds(5);
    while (Instant.now().isBefore(deadline)) {
      try {
        client.get("/ready").expect(200);
        assertEquals("ready", client.get("/state").body());
        return;
      } catch (AssertionError notYet) {
        Thread.sleep(20);
      }
    }
    fail("not ready in 5 s");
  }

  @Test
  void eventuallyOfAHelper() {
    client.post("/jobs", Map.of());
    Await.eventually(() -> assertEquals("done", client.get("/jobs/1").text("state")));
  }

  @Test
  void collectedFromThreads() throws Exception {
    Queue<Throwable> failures = new ConcurrentLinkedQueue<>();
    Thread thread =
        new Thread(
            () -> {
              try {
                client.get("/items").expect(200);
              } catch (Throwable e) {
                failures.add(e);
              }
            });
    thread.start();
    thread.join();
    assertThat(failures).isEmpty();
  }

  @Test
  void aParserThatAnswers() {
    assertTrue(isNumber(client.get("/sum").body()));
  }

  private static boolean isNumber(String text) {
    try {
      Integer.parseInt(text);
      return true;
    } catch (NumberFormatException e) {
      return false;
    }
  }
}
