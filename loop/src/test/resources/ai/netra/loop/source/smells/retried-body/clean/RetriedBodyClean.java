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

class RetriedBodyClean {
  private final Client client = Client.create();

  @Test
  void aPollAfterAnAction() {
    String id = client.post("/jobs", Map.of()).expect(201).text("id");
    Instant deadline = Instant.now().plusSeconds(5);
    while (true) {
      try {
        assertEquals("done", client.get("/jobs/" + id).text("state"));
        return;
      } catch (AssertionError e) {
        if (Instant.now().isAfter(deadline)) {
          throw e;
        }
      }
    }
  }

  @Test
  void theRetryOfTheServiceIsTheClaim() {
    assertEquals("3", client.get("/jobs/1/retries").body());
  }

  @Test
  void severalUsersInALoop() {
    for (String user : List.of("ada", "bob")) {
      client.get("/users/" + user).expect(200);
    }
  }
}
