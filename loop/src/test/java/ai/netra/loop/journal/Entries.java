package ai.netra.loop.journal;

import ai.netra.loop.record.BodyRef;
import ai.netra.loop.record.Counts;
import ai.netra.loop.record.Exchange;
import ai.netra.loop.record.RunFinished;
import ai.netra.loop.record.RunStarted;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Records for tests of the journal. */
final class Entries {

  static final Instant NOON = Instant.parse("2026-01-05T12:00:00Z");

  private Entries() {}

  static RunStarted started() {
    return new RunStarted(
        1, "run", "netra", "local", "tree", "main", false, "0f", 2, List.of("loop"), Map.of());
  }

  static RunFinished finished() {
    Counts none = new Counts(0, 0, 0, 0, 0, 0, 0, 0);
    return new RunFinished("stopped", "human", 12, "Stopped by an interrupt.", "nothing", none);
  }

  static Exchange exchange(String path, @Nullable BodyRef answer) {
    Exchange.Body none = new Exchange.Body(0, "", null);
    Exchange.Body body = answer == null ? none : new Exchange.Body(9, "ab", answer);
    return new Exchange(
        1,
        null,
        null,
        "auth",
        null,
        null,
        Exchange.Kind.HTTP,
        "0af7651916cd43dd8448eb211c80319c",
        "b7ad6b7169203331",
        null,
        0,
        "GET",
        path,
        200,
        true,
        null,
        none,
        body,
        List.of(),
        NOON,
        1,
        2,
        3,
        null);
  }
}
