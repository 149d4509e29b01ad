package ai.netra.loop.record;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The line about one request in the service's own log.
 *
 * @param route method and path template as the service names it
 * @param parentId the parent id the service saw; joins it exactly with one exchange
 * @param stored what the request wrote and committed; null where the service does not say, empty
 *     for nothing
 */
public record Receipt(
    String service,
    String revision,
    String traceId,
    @Nullable String parentId,
    String method,
    String route,
    int status,
    long durationMicros,
    @Nullable String deploy,
    @Nullable List<Stored> stored,
    Instant time)
    implements Entry {

  /** A committed write: what kind of thing, which one, what was done. */
  public record Stored(String entity, String id, String operation) {}
}
