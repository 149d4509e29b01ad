package ai.netra.backend.edge;

import ai.netra.contract.error.ErrorCode;
import java.util.Map;

/** A refusal as HTTP tells it: status, code, body and the headers that go with them. */
record Failure(
    int status,
    ErrorCode code,
    String message,
    Map<String, Object> details,
    Map<String, String> headers) {

  Failure {
    details = Map.copyOf(details);
    headers = Map.copyOf(headers);
  }
}
