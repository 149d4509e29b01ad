package ai.netra.loop.round;

import static org.assertj.core.api.Assertions.assertThat;

import ai.netra.loop.round.ReadBack.Header;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReadBackTest {

  private static final String ANSWER = "{\"order\":{\"id\":\"a b/7\",\"n\":7}}";

  @Test
  void aPointerIntoTheAnswerBecomesASegment() {
    assertThat(ReadBack.path("GET /orders/{response:/order/id}", Map.of(), ANSWER))
        .contains("/orders/a%20b%2F7");
    assertThat(ReadBack.path("GET /orders?n={response:/order/n}", Map.of(), ANSWER))
        .contains("/orders?n=7");
  }

  @Test
  void aPlaceOfTheWriteIsReadUnderItsOwnName() {
    assertThat(ReadBack.path("GET /orders/{id}/lines", Map.of("id", "x%20y"), ANSWER))
        .contains("/orders/x%20y/lines");
  }

  @Test
  void whatIsNotThereGivesNoPath() {
    assertThat(ReadBack.path("GET /orders/{response:/id}", Map.of(), ANSWER)).isEmpty();
    assertThat(ReadBack.path("GET /orders/{response:/order}", Map.of(), ANSWER)).isEmpty();
    assertThat(ReadBack.path("GET /orders/{response:/id}", Map.of(), "{")).isEmpty();
    assertThat(ReadBack.path("GET /orders/{id}", Map.of(), ANSWER)).isEmpty();
  }

  @Test
  void credentialsOfTheWriteAreKeptAndWhatIsAboutItsBodyIsNot() {
    List<String> head =
        List.of(
            "POST /orders HTTP/1.1\r\n",
            "Host: shop\r\n",
            "Authorization: Bearer x:y\r\n",
            "X-Api-Key: k\r\n",
            "Content-Length: 2\r\n",
            "traceparent: 00-1-2-01\r\n",
            "\r\n");
    assertThat(ReadBack.headers(head))
        .containsExactly(new Header("Authorization", "Bearer x:y"), new Header("X-Api-Key", "k"));
  }
}
