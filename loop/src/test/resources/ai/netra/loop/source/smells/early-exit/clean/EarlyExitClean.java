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

class EarlyExitClean {
  private final Client client = Client.create();

  @Test
  void returnsInALambda() {
    Runnable later =
        () -> {
          if (client.get("/a").status() == 200) {
            return;
          }
          fail("a is away");
        };
    later.run();
    assertEquals("[]", client.get("/items").body());
  }

  @Test
  void returnsAfterItsFirstAssertion() {
    Answer answer = client.get("/items");
    assertEquals(200, answer.status());
    for (String line : answer.body().lines().toList()) {
      if (line.equals("pen")) {
        return;
      }
    }
    fail("no pen");
  }

  @Test
  void aHelperReturns() {
    assertThat(first("pen")).isPositive();
  }

  private int first(String name) {
    int at = client.get("/items").body().indexOf(name);
    if (at > 0) {
      return at;
    }
    return -1;
  }
}
