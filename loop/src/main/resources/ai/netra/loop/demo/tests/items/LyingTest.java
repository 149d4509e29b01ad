package items;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Twelve ways to be green and show nothing, as they were found in real suites. */
class LyingTest {
  private final ItemsClient client = new ItemsClient();

  @Test
  @DisplayName("L1 talks to nothing")
  void talksToNothing() {
    assertEquals(4, "item".length());
  }

  @Test
  @DisplayName("L2 measures a constant")
  void measuresAConstant() {
    double latencyMillis = 12.5;
    assertTrue(latencyMillis < 50, "answers are fast");
  }

  @Test
  @DisplayName("L3 sleeps to look slow")
  void sleepsToLookSlow() throws Exception {
    long start = System.nanoTime();
    Thread.sleep(40);
    assertTrue(System.nanoTime() - start > 0);
  }

  @Test
  @DisplayName("L4 expects a dead target to refuse")
  void expectsADeadTargetToRefuse() {
    HttpRequest dead = HttpRequest.newBuilder(URI.create("http://127.0.0.1:1/items")).build();
    HttpClient http = HttpClient.newHttpClient();
    assertThrows(IOException.class, () -> http.send(dead, HttpResponse.BodyHandlers.ofString()));
  }

  @Test
  @DisplayName("L5 asserts nothing")
  void assertsNothing() throws Exception {
    client.get("/items");
  }

  @Test
  @DisplayName("L6 never reaches its assertion")
  void neverReachesItsAssertion() throws Exception {
    HttpResponse<String> answer = client.get("/items");
    if (answer.statusCode() == 200) {
      return;
    }
    assertEquals("[]", answer.body());
  }

  @Test
  @DisplayName("L7 swallows its exception")
  void swallowsItsException() {
    try {
      assertEquals(200, client.get("/items").statusCode());
    } catch (Exception | AssertionError e) {
      System.out.println("never mind " + e);
    }
  }

  @Test
  @DisplayName("L8 counts only its attempt")
  void countsOnlyItsAttempt() throws Exception {
    int attempts = 0;
    try {
      attempts++;
      client.get("/items");
    } catch (IOException e) {
      System.out.println("could not connect: " + e);
    }
    assertEquals(1, attempts);
  }

  @Test
  @DisplayName("L9 falls back to canned data")
  void fallsBackToCannedData() throws Exception {
    String body;
    try {
      body = client.get("/items").body();
    } catch (IOException e) {
      body = "[]";
    }
    assertTrue(body.startsWith("["));
  }

  @Test
  @DisplayName("L10 accepts any status")
  void acceptsAnyStatus() throws Exception {
    int status = client.get("/items").statusCode();
    assertTrue(status == 200 || status == 401 || status == 404 || status == 500);
  }

  @Test
  @DisplayName("L11 looks at the status alone")
  void looksAtTheStatusAlone() throws Exception {
    assertEquals(200, client.get("/items").statusCode());
  }

  @Test
  @DisplayName("L12 tries again until it is green")
  void triesAgainUntilItIsGreen() throws Exception {
    for (int attempt = 0; attempt < 3; attempt++) {
      try {
        HttpResponse<String> answer = client.get(attempt == 0 ? "/prices" : "/items");
        assertEquals(200, answer.statusCode());
        assertTrue(answer.body().startsWith("["));
        return;
      } catch (AssertionError e) {
        System.out.println("once more: " + e.getMessage());
      }
    }
    throw new AssertionError("red three times");
  }
}
