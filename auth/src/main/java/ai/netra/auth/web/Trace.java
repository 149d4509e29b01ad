package ai.netra.auth.web;

import ai.netra.auth.service.Ids;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The trace of a request: continued from {@code traceparent}, else begun.
 *
 * @param traceId 32 hex digits
 * @param parentId the caller's span, 16 hex digits, where there is one
 * @param requestId the caller's if it is well formed, else a new one
 */
public record Trace(String traceId, @Nullable String parentId, String requestId) {

  private static final Pattern PARENT =
      Pattern.compile(
          "(?!ff)[0-9a-f]{2}-(?!0{32})([0-9a-f]{32})-(?!0{16})([0-9a-f]{16})-[0-9a-f]{2}(-.*)?");
  private static final Pattern REQUEST_ID = Pattern.compile("[A-Za-z0-9._-]{1,64}");

  static Trace of(@Nullable String traceparent, @Nullable String requestId, Ids ids) {
    String request =
        requestId != null && REQUEST_ID.matcher(requestId).matches() ? requestId : ids.next("req_");
    Matcher parent = PARENT.matcher(traceparent == null ? "" : traceparent);
    if (parent.matches()) {
      return new Trace(parent.group(1), parent.group(2), request);
    }
    return new Trace(ids.traceId(), null, request);
  }
}
