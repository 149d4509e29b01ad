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

class OnlyTimeFires {
  private final Client client = Client.create();

  @Test
  void onlyThatTimePassed() throws Exception {
    long start = System.nanoTime();
    client.get("/items");
    long elapsed = System.nanoTime() - start;
    assertTrue(elapsed > 0);
  }

  @Test
  void onlyADuration() {
    Instant before = Instant.now();
    client.get("/items");
    assertThat(Duration.between(before, Instant.now())).isLessThan(Duration.ofSeconds(5));
  }
}
