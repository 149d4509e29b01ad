package ai.netra.backend.service;

import ai.netra.contract.error.ErrorCode;
import ai.netra.contract.error.Violation;
import java.util.List;
import java.util.Map;

/**
 * A request or message is refused, with a code of the one list; the edge turns it into a body or a
 * frame. The message names the thing, the rule and the value.
 */
public final class Refused extends RuntimeException {

  private final String message;
  private final ErrorCode code;
  private final Map<String, Object> details;

  public Refused(ErrorCode code, String message, Map<String, Object> details) {
    super(message);
    this.message = message;
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

  /** The sentence for people; there always is one. */
  @Override
  public String getMessage() {
    return message;
  }

  public ErrorCode code() {
    return code;
  }

  public Map<String, Object> details() {
    return details;
  }
}
