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

class InvertedFires {
  private final Client client = Client.create();

  @Test
  void expectsTheAssertionToFail() {
    assertThrows(AssertionError.class, () -> client.get("/items").expect(200));
  }

  @Test
  void expectsItFluently() {
    assertThatThrownBy(() -> client.get("/items").expect(200)).isInstanceOf(AssertionError.class);
  }

  @Test
  void passesInTheCatch() {
    try {
      assertEquals(200, client.get("/items").status());
    } catch (AssertionError expected) {
      return;
    }
    fail("the list should not work");
  }
}
