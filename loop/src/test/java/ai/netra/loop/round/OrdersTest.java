package ai.netra.loop.round;

import static org.assertj.core.api.Assertions.assertThat;

import ai.netra.loop.index.History.Past;
import ai.netra.loop.record.Inventory;
import ai.netra.loop.record.Order;
import ai.netra.loop.record.Outcome;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OrdersTest {

  private static final String NONCE = "ab".repeat(32);

  @Test
  void theSameNonceDrawsTheSameOrder() {
    Orders orders = new Orders(inventory("a", "b", "c"), Map.of(), NONCE);
    assertThat(orders.of(2, List.of())).isEqualTo(orders.of(2, List.of()));
  }

  @Test
  void eachRunHasAnotherOrderWhereThereIsOne() {
    Orders orders = new Orders(inventory("a", "b", "c"), Map.of(), NONCE);
    List<List<String>> earlier = new ArrayList<>();
    IntStream.rangeClosed(1, 6).forEach(run -> earlier.add(orders.of(run, earlier).tests()));
    assertThat(earlier).doesNotHaveDuplicates();
  }

  @Test
  void oneTestHasOneOrder() {
    Orders orders = new Orders(inventory("a"), Map.of(), NONCE);
    assertThat(orders.of(2, List.of(List.of("a"))).tests()).containsExactly("a");
  }

  @Test
  void theFirstRunBeginsWithWhatIsLikelyToFail() {
    Inventory inventory =
        new Inventory(
            "e2e",
            7,
            List.of(),
            List.of(
                test("green", "p1"),
                test("minor", null),
                test("unsteady", "p1"),
                test("never", "p6"),
                test("changed", "p6"),
                test("unproven", "p6"),
                test("failed", "p1")),
            "sha");
    Map<String, Past> past =
        Map.of(
            "green", new Past(Outcome.PROVED, "c", 1, false),
            "minor", new Past(Outcome.PROVED, "c", 1, false),
            "unsteady", new Past(Outcome.PROVED, "c", 1, true),
            "changed", new Past(Outcome.PROVED, "other", 1, false),
            "unproven", new Past(Outcome.UNPROVEN, "c", 1, false),
            "failed", new Past(Outcome.FAILED, "c", 1, false));
    Order order = new Orders(inventory, past, NONCE).of(1, List.of());
    assertThat(order.tests())
        .containsExactly("failed", "unproven", "changed", "never", "unsteady", "green", "minor");
    assertThat(order.basis()).isEqualTo(Order.Basis.HISTORY);
  }

  @Test
  void noLongTestIsAmongTheLast() {
    List<String> tests = IntStream.range(0, 40).mapToObj(i -> "t" + i).toList();
    Map<String, Past> past = new HashMap<>();
    tests.forEach(it -> past.put(it, new Past(Outcome.PROVED, "c", 10, false)));
    List<String> longOnes = List.of("t3", "t5", "t9", "t17", "t33", "t34");
    longOnes.forEach(it -> past.put(it, new Past(Outcome.PROVED, "c", 9_000, false)));
    for (int run = 2; run < 40; run++) {
      Orders orders = new Orders(inventory(tests.toArray(String[]::new)), past, NONCE);
      List<String> order = orders.of(run, List.of()).tests();
      assertThat(order).containsExactlyInAnyOrderElementsOf(tests);
      assertThat(order.subList(30, 40)).doesNotContainAnyElementsOf(longOnes);
    }
  }

  private static Inventory inventory(String... ids) {
    List<Inventory.Test> tests = List.of(ids).stream().map(id -> test(id, null)).toList();
    return new Inventory("e2e", tests.size(), List.of(), tests, "sha");
  }

  private static Inventory.Test test(String id, @Nullable String priority) {
    return new Inventory.Test(id, id, priority, null, "T.java", "c");
  }
}
