package shop.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CartE2E {

  private final Client client = new Client();

  @Test
  void theTotalIsTheSumOfAllItems() {
    client.signIn("ann-of-the-cart");
    client.add("book", 3);

    assertThat(client.status()).isEqualTo(200);
    assertThat(client.total()).isEqualTo(36);
  }

  @Test
  void aStrangerIsRefused() {
    client.signIn("bob-the-stranger");

    assertThat(client.status()).isEqualTo(403);
  }
}
