package ai.netra.loop.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TestNamesTest {

  private static final String SOURCE =
      """
      package shop;
      @Tag("p1")
      class OrdersTest {
        @Test @Tag("sum") @DisplayName("O1 Orders are summed") void sums() {}
        @ParameterizedTest @DisplayName("O12 Names are kept") void names(String name) {}
        void helper() {}
      }
      """;

  @Test
  void aTestIsMeantByTagClaimOrId() {
    assertThat(ids("tag:sum")).containsExactly("shop.OrdersTest#sums");
    assertThat(ids("tag:p1")).containsExactly("shop.OrdersTest#sums", "shop.OrdersTest#names");
    assertThat(ids("O1")).containsExactly("shop.OrdersTest#sums");
    assertThat(ids("shop.OrdersTest#names")).containsExactly("shop.OrdersTest#names");
    assertThat(ids("shop.OrdersTest#helper")).isEmpty();
  }

  @Test
  void aTestIsFoundUnderItsIdInAJournal() {
    TestNames.Named names = tests().named("O12").getFirst();

    assertThat(
            names.isRecordedAs(
                "[engine:junit-jupiter]/[class:shop.OrdersTest]/[test-template:names(java.lang.String)]"))
        .isTrue();
    assertThat(
            names.isRecordedAs(
                "[engine:junit-jupiter]/[class:shop.OtherOrdersTest]/[test-template:names(java.lang.String)]"))
        .isFalse();
  }

  private static List<String> ids(String name) {
    return tests().named(name).stream().map(TestNames.Named::id).toList();
  }

  private static TestNames tests() {
    TestNames tests = new TestNames();
    tests.put("OrdersTest.java", SOURCE);
    return tests;
  }
}
