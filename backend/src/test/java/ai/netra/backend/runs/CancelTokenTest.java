package ai.netra.backend.runs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.netra.backend.runs.CancelToken.Reason;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class CancelTokenTest {

  private final CancelToken token = new CancelToken();
  private final AtomicInteger stops = new AtomicInteger();

  @Test
  void aStopCallsWhatIsRegisteredAndInterruptsTheStep() throws InterruptedException {
    token.enter();
    var _ = token.onStop(stops::incrementAndGet);
    token.stop(Reason.CANCELLED);

    assertThat(stops).hasValue(1);
    assertThat(Thread.interrupted()).isTrue();
    assertThatThrownBy(token::check).isInstanceOf(InterruptedException.class);
  }

  @Test
  void whatIsClosedIsNotCalled() throws Exception {
    token.enter();
    token.onStop(stops::incrementAndGet).close();
    token.stop(Reason.CANCELLED);
    token.leave();

    assertThat(stops).hasValue(0);
  }

  @Test
  void whatIsRegisteredAfterTheStopIsCalledAtOnce() {
    token.stop(Reason.CANCELLED);
    var _ = token.onStop(stops::incrementAndGet);

    assertThat(stops).hasValue(1);
  }

  @Test
  void nobodyIsInterruptedOutsideAStep() throws InterruptedException {
    token.enter();
    token.leave();
    token.stop(Reason.CANCELLED);

    assertThat(Thread.interrupted()).isFalse();
  }

  @Test
  void leavingTakesALateInterruptBack() throws InterruptedException {
    token.enter();
    token.stop(Reason.STEP_LATE);
    token.leave();

    assertThat(Thread.interrupted()).isFalse();
  }

  @Test
  void afterALateStepTheNextOneBegins() throws InterruptedException {
    token.enter();
    token.stop(Reason.STEP_LATE);
    token.leave();

    assertThatCode(token::checkRun).doesNotThrowAnyException();
    assertThat(token.reason()).isNull();
  }

  @Test
  void theFirstReasonStaysAndReplacesALateStep() {
    token.stop(Reason.STEP_LATE);
    token.stop(Reason.CANCELLED);
    token.stop(Reason.DRAINED);

    assertThat(token.reason()).isEqualTo(Reason.CANCELLED);
  }

  @Test
  void aStoppedRunBeginsNoStep() {
    token.stop(Reason.FENCED);

    assertThatThrownBy(token::enter).isInstanceOf(InterruptedException.class);
  }
}
