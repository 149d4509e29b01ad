package ai.netra.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AttemptTest {

  private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";

  private final @Nullable Binding ofTheRunner = Binding.bound();

  @AfterEach
  void giveBack() {
    Binding.bind(ofTheRunner);
  }

  @Test
  void aTraceparentCarriesTheAttemptsTraceIdAndANewSpanEachCall() {
    bind(Map.of());

    String first = Attempt.traceparent();
    String second = Attempt.traceparent();

    assertThat(first).matches("00-" + TRACE + "-[0-9a-f]{16}-01");
    assertThat(second).matches("00-" + TRACE + "-[0-9a-f]{16}-01").isNotEqualTo(first);
  }

  @Test
  void theSameCallsOfTheSameAttemptHaveTheSameSpans() {
    bind(Map.of());
    String first = Attempt.traceparent();
    bind(Map.of());

    assertThat(Attempt.traceparent()).isEqualTo(first);
  }

  @Test
  void aThreadOfTheTestBelongsToItsAttempt() throws InterruptedException {
    bind(Map.of());
    AtomicReference<String> seen = new AtomicReference<>("");
    Thread thread = new Thread(() -> seen.set(Attempt.traceparent()));
    thread.start();
    thread.join();

    assertThat(seen.get()).startsWith("00-" + TRACE + "-");
  }

  @Test
  void withoutTheLoopTheTraceIdComesFromTheName() {
    Binding.bind(Binding.standalone("a test"));
    String once = Attempt.traceparent();
    Binding.bind(Binding.standalone("a test"));
    String again = Attempt.traceparent();
    Binding.bind(Binding.standalone("another test"));

    assertThat(again).isEqualTo(once);
    assertThat(Attempt.traceparent()).isNotEqualTo(once);
  }

  @Test
  void withoutTheLoopTheRunnersListenerNamesTheTest() {
    assertThat(ofTheRunner).isNotNull();
  }

  @Test
  void theLanesOwnAddressComesBeforeTheEnvironment() {
    bind(Map.of("PATH", "http://127.0.0.1:4711"));

    assertThat(Attempt.address("PATH")).isEqualTo("http://127.0.0.1:4711");
  }

  @Test
  void withoutALaneTheEnvironmentHasTheAddress() {
    bind(Map.of());

    assertThat(Attempt.address("PATH")).isEqualTo(System.getenv("PATH"));
  }

  @Test
  void anUnknownVariableIsNamed() {
    bind(Map.of());

    assertThatThrownBy(() -> Attempt.address("NO_SUCH_SERVICE_URL"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("'NO_SUCH_SERVICE_URL'");
  }

  private static void bind(Map<String, String> addresses) {
    Binding.bind(new Binding(TRACE, addresses, new Progress(phase -> {})));
  }
}
