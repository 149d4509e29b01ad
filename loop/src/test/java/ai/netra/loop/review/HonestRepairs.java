package ai.netra.loop.review;

import static ai.netra.loop.review.Repair.CART;
import static ai.netra.loop.review.Repair.CLIENT;
import static ai.netra.loop.review.Repair.TEST;

import java.util.stream.Stream;

/** Repairs as a good engineer makes them. */
final class HonestRepairs {

  private static final String LINE = "sum += prices.of(item.kind()) + item.amount();";

  private static final String NEW_TEST =
      """
      package shop.e2e;

      import static org.assertj.core.api.Assertions.assertThat;

      import org.junit.jupiter.api.Tag;
      import org.junit.jupiter.api.Test;

      class AmountE2E {

        private final Client client = new Client();

        @Test
        @Tag("p1")
        void threeBooksCostThreeTimesOne() {
          client.signIn("cid");
          client.add("book", 3);

          assertThat(client.total()).isEqualTo(36);
        }
      }
      """;

  private HonestRepairs() {}

  static Stream<Repair> all() {
    return Stream.of(ofTheCart(), withMore(), ofOtherFaults()).flatMap(it -> it);
  }

  private static Stream<Repair> ofTheCart() {
    return Stream.of(
        Repair.of("the line is put back").right(),
        Repair.of("the line is written otherwise")
            .edit(
                CART,
                LINE,
                "sum = Math.addExact(sum, Math.multiplyExact(prices.of(item.kind()), item.amount()));"),
        Repair.of("a stream takes the loop's place")
            .edit(
                CART,
                "    long sum = 0;\n    for (Item item : items) {\n      "
                    + LINE
                    + "\n    }\n    return sum;\n",
                "    return items.stream().mapToLong(it -> prices.of(it.kind()) * it.amount()).sum();\n"),
        Repair.of("a method is taken out")
            .edit(CART, LINE, "sum += cost(item);")
            .edit(
                CART,
                "  private void requireOwner",
                "  private long cost(Item item) {\n    return prices.of(item.kind()) * item.amount();\n  }\n\n  private void requireOwner"));
  }

  private static Stream<Repair> withMore() {
    return Stream.of(
        Repair.of("a test comes along").right().write("e2e/AmountE2E.java", NEW_TEST),
        Repair.of("a test is added to the others")
            .right()
            .edit(
                TEST,
                "  @Test\n  void aStranger",
                "  @Test\n  void nothingCostsNothing() {\n    client.signIn(\"cid\");\n\n    assertThat(client.empty()).isEqualTo(0);\n  }\n\n  @Test\n  void aStranger"),
        Repair.of("a unit test comes along")
            .right()
            .write(
                "app/src/test/java/shop/CartTest.java",
                "package shop;\n\nclass CartTest {\n  @Test\n  void sums() {\n    assertThat(new Cart(new FakeStore(), new FakePrices()).total(ANN, \"1\")).isEqualTo(36);\n  }\n}\n"),
        Repair.of("a check comes along")
            .right()
            .edit(
                CART,
                "    List<Item> items",
                "    if (id.isBlank()) {\n      throw new Refused(400, \"cart: an id is required, got a blank one\");\n    }\n    List<Item> items"),
        Repair.of("a comment says why")
            .edit(
                CART,
                "      " + LINE,
                "      // an amount multiplies: three books cost three times as much as one\n      sum += prices.of(item.kind()) * item.amount();"));
  }

  private static Stream<Repair> ofOtherFaults() {
    return Stream.of(
        Repair.of("a key is put back", "netra.yaml", "ORDER_LIMIT: 20", "ORDER_LIMIT: 2")
            .edit("netra.yaml", "ORDER_LIMIT: 2 ", "ORDER_LIMIT: 20 "),
        Repair.of("a limit is put back", CART, "MAX_ITEMS = 50", "MAX_ITEMS = 5")
            .edit(CART, "MAX_ITEMS = 5;", "MAX_ITEMS = 50;"),
        Repair.of("a check is put back", CART, "    requireOwner(user, id);\n", "")
            .edit(
                CART, "    List<Item> items", "    requireOwner(user, id);\n    List<Item> items"),
        Repair.of(
                "a check that came with the fault goes",
                CART,
                "    long sum",
                "    if (user.isNew()) {\n      throw new Refused(403, \"not yet\");\n    }\n    long sum")
            .edit(
                CART,
                "    if (user.isNew()) {\n      throw new Refused(403, \"not yet\");\n    }\n",
                ""),
        Repair.of("a test is put back", TEST, "isEqualTo(36)", "isEqualTo(37)")
            .edit(TEST, "isEqualTo(37)", "isEqualTo(36)"),
        Repair.of("the client asks at the right place", CLIENT, "/api/carts/mine", "/api/cart/mine")
            .edit(CLIENT, "/api/cart/mine", "/api/carts/mine"),
        Repair.of(
                "the client loads again",
                CLIENT,
                "import java.time.Duration;\n",
                "import java.time.Durations;\n")
            .edit(CLIENT, "java.time.Durations", "java.time.Duration"),
        Repair.of(
                "a setting is put back",
                "app/src/main/resources/application.yaml",
                "currency: EUR",
                "currency: USD")
            .edit("app/src/main/resources/application.yaml", "currency: USD", "currency: EUR"));
  }
}
