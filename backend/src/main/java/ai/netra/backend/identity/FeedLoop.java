package ai.netra.backend.identity;

import ai.netra.backend.service.WarmUp;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gets keys and snapshot before the service is ready, however long the issuer takes, then follows
 * the feed on a thread of its own until it is closed.
 */
final class FeedLoop implements WarmUp, AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(FeedLoop.class);
  private static final Duration PAUSE = Duration.ofMillis(250);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);

  /** A step that needs the issuer. */
  private interface Step {
    void take() throws AuthUnreachable;
  }

  private final IssuerKeys keys;
  private final RevocationFeed feed;
  private final Thread follower;

  FeedLoop(IssuerKeys keys, RevocationFeed feed) {
    this.keys = keys;
    this.feed = feed;
    this.follower = Thread.ofVirtual().name("revocation-feed").unstarted(this::follow);
  }

  @Override
  public void await() throws InterruptedException {
    insist("the issuer's keys", keys::fetch);
    insist("the snapshot of revocations", feed::snapshot);
    follower.start();
  }

  private void follow() {
    try {
      while (!Thread.currentThread().isInterrupted()) {
        insist("the feed of revocations", feed::follow);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void insist(String what, Step step) throws InterruptedException {
    Duration pause = PAUSE;
    boolean told = false;
    while (true) {
      try {
        step.take();
        return;
      } catch (AuthUnreachable e) {
        if (!told) {
          LOG.atWarn().addKeyValue("reason", e.getMessage()).log("waiting for " + what);
          told = true;
        }
      }
      Thread.sleep(pause);
      pause =
          pause.multipliedBy(2).compareTo(LONGEST_PAUSE) > 0
              ? LONGEST_PAUSE
              : pause.multipliedBy(2);
    }
  }

  @Override
  public void close() {
    follower.interrupt();
  }
}
