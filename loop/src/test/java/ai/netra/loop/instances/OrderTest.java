package ai.netra.loop.instances;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.netra.loop.Fixture;
import ai.netra.loop.project.Project;
import ai.netra.loop.project.ProjectReader;
import ai.netra.loop.project.ProjectReader.Reading;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OrderTest {

  private static Project project;

  @BeforeAll
  static void readTheFixture(@TempDir Path folder) {
    Fixture fixture = Fixture.in(folder.resolve("checkout"));
    project = ((Reading.Accepted) new ProjectReader(Map.of(), 2).read(fixture.folder())).project();
  }

  @Test
  void aServiceAloneIsFreshSharesItsNeedsAndIsWaitedFor() {
    Order order = Order.parse("{\"service\":\"items\"}", project);

    assertThat(order)
        .returns("items", Order::service)
        .returns(false, Order::copy)
        .returns(false, Order::ownNeeds)
        .returns(true, Order::waits)
        .returns(Map.of(), Order::env);
  }

  @Test
  void aNullTakesAVariableAway() {
    Order order =
        Order.parse("{\"service\":\"items\",\"env\":{\"A\":\"1\",\"B\":null,\"C\":3}}", project);

    assertThat(order.env())
        .containsExactly(
            Map.entry("A", Optional.of("1")),
            Map.entry("B", Optional.empty()),
            Map.entry("C", Optional.of("3")));
  }

  @Test
  void allThatIsWrongIsToldAtOnce() {
    String text = "{\"service\":\"shop\",\"data\":\"old\",\"port\":1,\"env\":{\"A\":[]}}";

    assertThatThrownBy(() -> Order.parse(text, project))
        .isInstanceOfSatisfying(Refusal.class, it -> assertThat(it.status()).isEqualTo(400))
        .hasMessageContaining("unknown key 'port'")
        .hasMessageContaining("service: one of [items], got 'shop'")
        .hasMessageContaining("data: one of [fresh, copy], got 'old'")
        .hasMessageContaining("env.A: a text or null, got []");
  }

  @Test
  void whatIsNoObjectIsRefused() {
    assertThatThrownBy(() -> Order.parse("[1]", project))
        .isInstanceOf(Refusal.class)
        .hasMessage("an order is a JSON object, got [1]");
  }
}
