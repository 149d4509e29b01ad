package ai.netra.backend.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.netra.backend.service.Limits;
import ai.netra.backend.service.Refused;
import ai.netra.contract.config.Configuration;
import ai.netra.contract.config.Reading;
import ai.netra.contract.error.ErrorCode;
import ai.netra.contract.route.BackendRoutes;
import ai.netra.contract.route.Route;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class RequestDeadlinesTest {

  private final AtomicLong nanos = new AtomicLong();
  private final RequestDeadlines deadlines = new RequestDeadlines(limits(), nanos::get);

  private static Limits limits() {
    Reading reading = Configuration.read("backend", Map.of("NETRA_ENV", "test"));
    return Limits.of(((Reading.Accepted) reading).configuration());
  }

  private static Route route(String name) {
    return BackendRoutes.ALL.stream()
        .filter(each -> each.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  @AfterEach
  void stop() {
    deadlines.close();
  }

  /** Waits for what never comes, as a request on a stuck query does. */
  private void stuckFor(Duration passed) {
    nanos.addAndGet(passed.toNanos());
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      throw new IllegalStateException("interrupted", e);
    }
  }

  @Test
  void aRequestThatHangsIsEndedAndRefusedAndItsThreadGoesOn() {
    assertThatThrownBy(
            () ->
                deadlines.within(
                    route("GET /api/threads"), "trace", () -> stuckFor(Duration.ofSeconds(31))))
        .isInstanceOfSatisfying(
            Refused.class,
            refused -> assertThat(refused.code()).isEqualTo(ErrorCode.INTERNAL_ERROR))
        .hasMessageContaining("30 s");
    assertThat(Thread.currentThread().isInterrupted()).isFalse();
  }

  @Test
  void anUploadHasTenMinutes() {
    assertThatThrownBy(
            () ->
                deadlines.within(
                    route("POST /api/usage/imports"),
                    "trace",
                    () -> stuckFor(Duration.ofSeconds(601))))
        .hasMessageContaining("600 s");
  }

  @Test
  void whatARequestWasRefusedForStaysTheReason() {
    Refused late = new Refused(ErrorCode.BAD_REQUEST, "body: all of it is expected within 30 s");

    assertThatThrownBy(
            () ->
                deadlines.within(
                    route("POST /api/threads"),
                    "trace",
                    () -> {
                      try {
                        stuckFor(Duration.ofSeconds(31));
                      } catch (IllegalStateException e) {
                        throw late;
                      }
                    }))
        .isSameAs(late);
  }
}
