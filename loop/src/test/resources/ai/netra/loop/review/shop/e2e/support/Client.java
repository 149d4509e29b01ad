package shop.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;

/** Talks to the shop. */
final class Client {

  private static final Duration TIMEOUT = Duration.ofSeconds(5);

  private final Http http = new Http(System.getenv("SHOP_URL"), TIMEOUT);

  long total() {
    Answer answer = http.get("/api/carts/mine");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.rate()).isCloseTo(1.0, within(0.1));
    return answer.total();
  }
}
