package ai.netra.loop.round;

import static org.assertj.core.api.Assertions.assertThat;

import ai.netra.loop.record.Inventory;
import ai.netra.loop.record.Order;
import java.util.List;
import org.junit.jupiter.api.Test;

class OrdersTest {

  private static final String NONCE = "ab".repeat(32);

  @Test
  void theSameNonceDrawsTheSameOrder() {
    assertThat(Orders.of(inventory("a", "b", "c"), NONCE, 2))
        .isEqualTo(Orders.of(inventory("c", "b", "a"), NONCE, 2));
  }

  @Test
  void eachRunHasAnotherOrderWhereThereIsOne() {
    List<List<String>> orders =
        List.of(1, 2, 3, 4, 5, 6).stream()
            .map(run -> Orders.of(inventory("a", "b", "c"), NONCE, run).tests())
            .toList();
    assertThat(orders).doesNotHaveDuplicates();
  }

  @Test
  void oneTestHasOneOrder() {
    Order second = Orders.of(inventory("a"), NONCE, 2);
    assertThat(second.tests()).containsExactly("a");
  }

  private static Inventory inventory(String... ids) {
    List<Inventory.Test> tests =
        List.of(ids).stream()
            .map(id -> new Inventory.Test(id, id, null, null, "T.java", "c"))
            .toList();
    return new Inventory("e2e", tests.size(), List.of(), tests, "sha");
  }
}
