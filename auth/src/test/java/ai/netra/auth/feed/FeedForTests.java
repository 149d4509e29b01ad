package ai.netra.auth.feed;

import ai.netra.auth.service.Ids;
import java.time.Clock;
import java.time.Duration;

/** A feed for the tests of other rooms. */
public final class FeedForTests {

  private FeedForTests() {}

  public static Feed feed(Clock clock, Ids ids) {
    return new Feed(clock, ids, Duration.ofSeconds(60), new FeedSignal());
  }
}
