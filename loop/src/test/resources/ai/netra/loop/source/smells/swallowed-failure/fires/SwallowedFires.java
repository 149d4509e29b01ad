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

class SwallowedFires {
  private final Client client = Client.create();

  @Test
  void emptyCatch() {
    try {
      assertEquals(200, client.get("/items").status());
    } catch (Exception | AssertionError e) {
    }
  }

  @Test
  void onlyLogged() {
    try {
      client.get("/items").expect(200);
    } catch (Throwable e) {
      System.out.println("it went wrong: " + e.getMessage());
      e.printStackTrace();
    }
  }

  @Test
  void returnedFrom() {
    try {
      client.post("/items", Map.of());
    } catch (RuntimeException e) {
      return;
    }
    assertEquals(200, client.get("/items").status());
  }

  @Test
  void swallowedInAHelper() {
    quietly(() -> client.get("/items").expect(200));
  }

  @Test
  void theFailIsCaughtToo() {
    try {
      client.get("/items");
      fail("must be refused");
    } catch (Throwable expected) {
      System.out.println("refused");
    }
  }

  private void quietly(Runnable body) {
    try {
      body.run();
      assertTrue(client.get("/after").status() == 200);
    } catch (AssertionError ignored) {
      System.out.println("never mind");
    }
  }
}
