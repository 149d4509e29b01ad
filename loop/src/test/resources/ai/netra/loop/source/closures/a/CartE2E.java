package a;

import static b.Waits.soon;

import b.Client;
import org.junit.jupiter.api.Test;

class CartE2E extends Signed {
  @Test
  void adds() {
    soon(() -> new Client().get("/cart"));
  }

  static class Nested {
    @Test
    void reads() {
      Fixtures.load("usage.csv");
    }
  }
}
