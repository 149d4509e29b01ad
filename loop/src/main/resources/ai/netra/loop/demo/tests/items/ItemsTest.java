package items;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("p1")
class ItemsTest {
  private final ItemsClient client = new ItemsClient();

  @Test
  @DisplayName("I1 a created item can be read")
  void aCreatedItemCanBeRead() throws Exception {
    HttpResponse<String> answer = client.get(client.created("pen"));

    assertEquals(200, answer.statusCode());
    assertTrue(answer.body().endsWith(",\"name\":\"pen\"}"), answer.body());
  }

  @Test
  @DisplayName("I2 the list holds what was created")
  void theListHoldsWhatWasCreated() throws Exception {
    client.created("lamp");

    HttpResponse<String> answer = client.get("/items");

    assertEquals(200, answer.statusCode());
    assertTrue(answer.body().contains("\"name\":\"lamp\""), answer.body());
  }

  @Test
  @DisplayName("I3 an item needs a name")
  void anItemNeedsAName() throws Exception {
    HttpResponse<String> answer = client.post("/items", "{}");

    assertEquals(400, answer.statusCode());
    assertEquals("{\"error\":\"name: a text is required\"}", answer.body());
  }

  @Test
  @DisplayName("I4 a deleted item is gone")
  void aDeletedItemIsGone() throws Exception {
    String path = client.created("cup");

    assertEquals(204, client.delete(path).statusCode());
    HttpResponse<String> answer = client.get(path);

    assertEquals(404, answer.statusCode());
    assertEquals("{\"error\":\"no item " + path.substring(7) + "\"}", answer.body());
  }

  @Test
  @DisplayName("I5 a name of several words is kept")
  void aNameOfSeveralWordsIsKept() throws Exception {
    HttpResponse<String> answer = client.get(client.created("a blue chair"));

    assertEquals(200, answer.statusCode());
    assertTrue(answer.body().endsWith(",\"name\":\"a blue chair\"}"), answer.body());
  }

  @Test
  @DisplayName("I6 an item that was never created is not found")
  void anItemThatWasNeverCreatedIsNotFound() throws Exception {
    HttpResponse<String> answer = client.get("/items/999999999");

    assertEquals(404, answer.statusCode());
    assertEquals("{\"error\":\"no item 999999999\"}", answer.body());
  }

  @Test
  @DisplayName("I7 the list cannot be replaced")
  void theListCannotBeReplaced() throws Exception {
    HttpResponse<String> answer = client.put("/items");

    assertEquals(405, answer.statusCode());
    assertEquals("{\"error\":\"items cannot be replaced\"}", answer.body());
  }

  @Test
  @DisplayName("I8 a route that nobody serves is not found")
  void aRouteThatNobodyServesIsNotFound() throws Exception {
    HttpResponse<String> answer = client.get("/prices");

    assertEquals(404, answer.statusCode());
    assertEquals("{\"error\":\"no such route\"}", answer.body());
  }
}
