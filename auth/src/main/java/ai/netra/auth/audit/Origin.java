package ai.netra.auth.audit;

import ai.netra.auth.web.Call;
import org.jspecify.annotations.Nullable;

/** Where a request came from. */
public record Origin(@Nullable String ip, @Nullable String userAgent, String traceId) {

  /** The origin of a call. */
  public static Origin of(Call call) {
    return new Origin(call.address(), call.userAgent().orElse(null), call.trace().traceId());
  }

  /** The service itself. */
  public static Origin service() {
    return new Origin(null, null, "");
  }
}
