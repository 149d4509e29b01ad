package ai.netra.backend.usage;

import org.jspecify.annotations.Nullable;

/**
 * Which rows a query reads: a span of time under filters.
 *
 * @param errorCode asked of rows that are listed one by one: empty for none, null for any
 */
public record Rows(TimeSpan span, Filters filters, @Nullable String errorCode) {

  public Rows(TimeSpan span, Filters filters) {
    this(span, filters, null);
  }
}
