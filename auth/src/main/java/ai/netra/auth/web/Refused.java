package ai.netra.auth.web;

import ai.netra.contract.error.ErrorCode;
import ai.netra.contract.error.Violation;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A request is refused, with a code of the one list. The message names the thing, the rule and the
 * value; the first filter turns it into the error body.
 */
public final class Refused extends RuntimeException {

  private final ErrorCode code;
  private final Map<String, Object> details;
  private final Map<String, String> headers = new LinkedHashMap<>();

  public Refused(ErrorCode code, String message, Map<String, Object> details) {
    super(message);
    this.code = code;
    this.details = Map.copyOf(details);
  }

  public Refused(ErrorCode code, String message) {
    this(code, message, Map.of());
  }

  /** VALIDATION_ERROR for all of these fields at once; the message is that of the first. */
  public static Refused violations(List<Violation> violations) {
    Violation first = violations.getFirst();
    String message = "%s: %s, got %s".formatted(first.field(), first.rule(), first.received());
    return new Refused(ErrorCode.VALIDATION_ERROR, message, Map.of("violations", violations));
  }

  /** A refusal that tells when to come again, in whole seconds and at least one. */
  public static Refused until(ErrorCode code, String message, Duration wait) {
    long seconds = Math.max(1, wait.plusMillis(999).toSeconds());
    Refused refused = new Refused(code, message, Map.of("retry_after_ms", seconds * 1000));
    return refused.with("Retry-After", Long.toString(seconds));
  }

  /** The same with a header on the answer. */
  public Refused with(String header, String value) {
    headers.put(header, value);
    return this;
  }

  public ErrorCode code() {
    return code;
  }

  public Map<String, Object> details() {
    return details;
  }

  Map<String, String> headers() {
    return headers;
  }
}
