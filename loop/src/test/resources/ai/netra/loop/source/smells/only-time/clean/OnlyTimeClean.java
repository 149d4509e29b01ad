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

class OnlyTimeClean {
  private final Client client = Client.create();

  @Test
  void anAnswerWithinATime() {
    long start = System.nanoTime();
    Answer answer = client.get("/items");
    assertEquals(200, answer.status());
    assertTrue(System.nanoTime() - start < 5_000_000_000L);
  }

  @Test
  void theTimeThatTheServiceTells() {
    assertThat(Instant.parse(client.get("/time").body())).isAfter(Instant.now().minusSeconds(60));
  }
}
