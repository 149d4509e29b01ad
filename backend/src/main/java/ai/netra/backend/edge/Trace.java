package ai.netra.backend.edge;

import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The trace of a request or message: continued from {@code traceparent}, else begun.
 *
 * @param traceId 32 hex digits
 * @param parentId the caller's span, 16 hex digits, where there is one
 */
record Trace(String traceId, @Nullable String parentId) {

  private static final Pattern PARENT =
      Pattern.compile(
          "(?!ff)[0-9a-f]{2}-(?!0{32})([0-9a-f]{32})-(?!0{16})([0-9a-f]{16})-[0-9a-f]{2}(-.*)?");

  static Trace of(@Nullable String traceparent, Supplier<String> newTraceId) {
    Matcher parent = PARENT.matcher(traceparent == null ? "" : traceparent);
    return parent.matches()
        ? new Trace(parent.group(1), parent.group(2))
        : new Trace(newTraceId.get(), null);
  }

  /** As {@link #of}, keeping this trace where the text continues none. */
  Trace continued(@Nullable String traceparent) {
    Matcher parent = PARENT.matcher(traceparent == null ? "" : traceparent);
    return parent.matches() ? new Trace(parent.group(1), parent.group(2)) : this;
  }
}
