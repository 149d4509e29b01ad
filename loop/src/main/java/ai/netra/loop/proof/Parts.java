package ai.netra.loop.proof;

import ai.netra.loop.record.Proof.Part;
import ai.netra.loop.record.Proof.State;
import java.util.List;
import java.util.Locale;

/** The parts of a proof by number and name. */
enum Parts {
  IDENTITY(1),
  LIVENESS(2),
  WIRE(3),
  STATE(4),
  CONTROL(5),
  SENSITIVITY(6),
  SMELLS(7),
  CHAIN(8);

  private final int number;

  Parts(int number) {
    this.number = number;
  }

  Part present(String reason, List<Long> refs) {
    return part(State.PRESENT, reason, refs);
  }

  Part missing(String reason, Long... refs) {
    return part(State.MISSING, reason, List.of(refs));
  }

  Part contradicted(String reason, List<Long> refs) {
    return part(State.CONTRADICTED, reason, refs);
  }

  Part notAsked(String reason) {
    return part(State.NOT_ASKED, reason, List.of());
  }

  private Part part(State state, String reason, List<Long> refs) {
    return new Part(number, label(), state, reason, refs.stream().distinct().sorted().toList());
  }

  int number() {
    return number;
  }

  /** The name in reports. */
  String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
