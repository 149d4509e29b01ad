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

class WideStatusClean {
  private final Client client = Client.create();

  @Test
  void oneStatus() {
    assertThat(client.get("/items").status()).isEqualTo(200);
  }

  @Test
  void oneClass() {
    int status = client.post("/items", Map.of("name", "pen")).status();
    assertTrue(status == 200 || status == 201);
    assertThat(status).isBetween(200, 299);
    assertTrue(status >= 200 && status < 300);
    assertThat(client.get("/gone").status()).isIn(404, 410);
  }

  @Test
  void bothOccurUnderALimit() {
    List<Integer> statuses = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      statuses.add(client.get("/limited").status());
    }
    assertThat(statuses).contains(200, 429);
  }

  @Test
  void numbersThatAreNoStatuses() {
    int length = client.get("/items").body().length();
    assertTrue(length > 100);
    assertThat(length).isBetween(200, 500);
  }

  @Test
  void aStatusThatIsAWord() {
    assertThat(client.get("/jobs/1").text("status")).isIn("queued", "running");
  }
}
