package ai.netra.backend.edge;

import ai.netra.backend.service.Ids;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Begins traces and names requests. */
final class Traces {

  private static final Pattern REQUEST_ID = Pattern.compile("[A-Za-z0-9._-]{1,64}");
  private static final int TRACE_BYTES = 16;

  private final SecureRandom random = new SecureRandom();
  private final Ids ids;

  Traces(Ids ids) {
    this.ids = ids;
  }

  Trace of(@Nullable String traceparent) {
    return Trace.of(traceparent, this::newTraceId);
  }

  /** The caller's id where it is well formed, else a new one. */
  String requestId(@Nullable String sent) {
    return sent != null && REQUEST_ID.matcher(sent).matches() ? sent : ids.next("req_");
  }

  private String newTraceId() {
    byte[] bytes = new byte[TRACE_BYTES];
    random.nextBytes(bytes);
    bytes[0] |= 1; // all zeros would be no trace
    return HexFormat.of().formatHex(bytes);
  }
}
