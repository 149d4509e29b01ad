package ai.netra.backend.usage;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A group of Q2, the largest spend first.
 *
 * @param key a value a dimension, null for rows without one
 * @param other whether it is the rest below the largest 50
 */
public record Breakdown(
    List<@Nullable String> key, boolean other, long rows, Tokens tokens, Usd spend) {

  public Breakdown {
    key = java.util.Collections.unmodifiableList(new java.util.ArrayList<>(key));
  }
}
