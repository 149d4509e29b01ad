package ai.netra.backend.usage;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A bucket of Q3; {@code key} is empty where no group was asked. */
public record Point(Instant at, List<@Nullable String> key, long rows, Tokens tokens, Usd spend) {

  public Point {
    key = java.util.Collections.unmodifiableList(new java.util.ArrayList<>(key));
  }
}
