package ai.netra.loop.deploy;

import ai.netra.loop.deploy.Readiness.Answer;
import ai.netra.loop.project.ServiceSpec.ReadySpec;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/**
 * Follows one service from its start until it was ready without a break for {@code steady}, inside
 * {@code within}. Its own thread asks; others wait for its two futures, which fail with a {@link
 * DeployFailure}.
 */
final class Watch {

  private static final Duration PAUSE = Duration.ofMillis(25);

  private final Started service;
  private final ReadySpec ready;
  private final Readiness readiness;
  private final Duration unbroken;
  private final long started = System.nanoTime();
  private final CompletableFuture<Long> answered = new CompletableFuture<>();
  private final CompletableFuture<Long> steady = new CompletableFuture<>();

  private Watch(Started service, Duration unbroken) {
    this.service = service;
    this.unbroken = unbroken;
    this.ready = service.launch().service().ready();
    this.readiness = new Readiness(service.asked());
  }

  static Watch begin(Started service) {
    return begin(service, service.launch().service().ready().steady());
  }

  /** Asks for another time without a break than the service declares. */
  static Watch begin(Started service, Duration unbroken) {
    Watch watch = new Watch(service, unbroken);
    Thread.ofVirtual().name("ready-" + service.name()).start(watch::run);
    return watch;
  }

  Started service() {
    return service;
  }

  /** Completes with the milliseconds from the start to the first right answer. */
  CompletableFuture<Long> answered() {
    return answered;
  }

  /** Completes with the same number when the service was steady. */
  CompletableFuture<Long> steady() {
    return steady;
  }

  private void run() {
    try {
      follow();
    } catch (DeployFailure e) {
      answered.completeExceptionally(e);
      steady.completeExceptionally(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      answered.cancel(true);
      steady.cancel(true);
    }
  }

  private void follow() throws InterruptedException {
    long since = -1;
    String seen = "no answer yet";
    while (elapsed() < ready.within().toNanos()) {
      switch (askWhileAlive()) {
        case Answer.Ready right -> {
          since = since < 0 ? elapsed() : since;
          answered.complete(Duration.ofNanos(since).toMillis());
          if (elapsed() - since >= unbroken.toNanos()) {
            steady.complete(Duration.ofNanos(since).toMillis());
            return;
          }
        }
        case Answer.NotReady not -> {
          since = -1;
          seen = not.seen();
        }
        case Answer.Other other -> throw failure(other.reason());
      }
      Thread.sleep(PAUSE);
    }
    throw failure(
        "it was not ready for " + text(unbroken) + " within " + text(ready.within()) + ": " + seen);
  }

  private Answer askWhileAlive() throws InterruptedException {
    if (!service.group().isAlive()) {
      int status = service.group().onExit().join();
      throw failure("it died at its start with status " + status);
    }
    return readiness.ask();
  }

  private DeployFailure failure(String reason) {
    return new DeployFailure(service.name(), reason + service.lastLines());
  }

  private long elapsed() {
    return System.nanoTime() - started;
  }

  private static String text(Duration duration) {
    return duration.toMillis() % 1000 == 0
        ? duration.toSeconds() + " s"
        : duration.toMillis() + " ms";
  }
}
