package ai.netra.backend.service;

import ai.netra.contract.error.ErrorCode;
import ai.netra.contract.error.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The rules that the fields of one request break, in the order in which they were read. */
final class FieldFaults {

  private record Noted(Violation violation, String message) {}

  private final List<Noted> noted = new ArrayList<>();

  void note(String field, String rule, String received, String messageReceived) {
    String message =
        "%s: %s, got %s"
            .formatted(field, rule.replace("..", " to "), Violation.cut(messageReceived));
    noted.add(new Noted(new Violation(field, rule, received), message));
  }

  /** Refuses with all of them at once; the message is that of the first. */
  void check() {
    if (!noted.isEmpty()) {
      List<Violation> violations = noted.stream().map(Noted::violation).toList();
      throw new Refused(
          ErrorCode.VALIDATION_ERROR, noted.getFirst().message(), Map.of("violations", violations));
    }
  }
}
