package ai.netra.contract.list;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A page of a list.
 *
 * @param nextPageToken opaque; null where nothing follows
 */
public record Page<T>(List<T> data, boolean hasMore, @Nullable String nextPageToken) {

  public Page {
    data = List.copyOf(data);
  }

  /**
   * Makes a page of rows that were read one beyond the limit.
   *
   * @param token the place after a row, from which the next page begins
   */
  public static <T> Page<T> of(List<T> rows, int limit, Function<T, String> token) {
    if (rows.size() <= limit) {
      return new Page<>(rows, false, null);
    }
    return new Page<>(rows.subList(0, limit), true, token.apply(rows.get(limit - 1)));
  }

  /** The same page with every item changed. */
  public <R> Page<R> map(Function<T, R> change) {
    return new Page<>(data.stream().map(change).toList(), hasMore, nextPageToken);
  }
}
