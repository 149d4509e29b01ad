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

class EarlyExitFires {
  private final Client client = Client.create();

  @Test
  void returnsWhenItDoesNotSuit() {
    Answer answer = client.get("/items");
    if (answer.status() != 200) {
      return;
    }
    assertEquals("[]", answer.body());
  }

  @Test
  void skipsItself() {
    assumeTrue(client.get("/health").status() == 200);
    assertEquals("[]", client.get("/items").body());
  }

  @Test
  void skipsByAnException() {
    if (client.get("/health").status() != 200) {
      throw new org.opentest4j.TestAbortedException("not today");
    }
    assertEquals("[]", client.get("/items").body());
  }

  @Test
  void skipsInAHelper() {
    onlyWhenHealthy();
    assertEquals("[]", client.get("/items").body());
  }

  private void onlyWhenHealthy() {
    Assumptions.assumeTrue(client.get("/health").status() == 200);
  }
}
