package ai.netra.loop.proof;

import ai.netra.loop.record.Attempt;
import ai.netra.loop.record.Exited;
import ai.netra.loop.record.Phase;
import ai.netra.loop.record.Proof.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Part 2: the worker lived and ended, the call phase was gone through, and something was checked.
 */
final class LivenessPart {

  private LivenessPart() {}

  static Part of(Case one) {
    Attempt attempt = one.attempt().entry();
    List<Long> refs = new ArrayList<>(List.of(one.attempt().n()));
    Optional<Fact<Exited>> exited = one.all().exited(attempt.workerPid());
    one.all().spawned(attempt.workerPid()).ifPresent(it -> refs.add(it.n()));
    exited.ifPresent(it -> refs.add(it.n()));
    return gap(one, attempt, exited.isPresent())
        .map(why -> Parts.LIVENESS.missing(why, refs.toArray(Long[]::new)))
        .orElseGet(() -> Parts.LIVENESS.present(words(attempt), refs));
  }

  private static Optional<String> gap(Case one, Attempt attempt, boolean exited) {
    if (!exited) {
      return Optional.of("no line tells the end of worker process " + attempt.workerPid());
    }
    if (attempt.invocations().isEmpty()) {
      return Optional.of("it was never invoked");
    }
    if (attempt.phases().stream().noneMatch(it -> it.phase() == Phase.CALL)) {
      return Optional.of("the call phase was never entered");
    }
    return one.terms().entry().assertionsCounted() ? checkGap(attempt) : Optional.empty();
  }

  private static Optional<String> checkGap(Attempt attempt) {
    Integer assertions = attempt.assertions();
    if (assertions == null) {
      return Optional.of("its executed checks were not counted");
    }
    return assertions < 1 ? Optional.of("no check was executed") : Optional.empty();
  }

  private static String words(Attempt attempt) {
    Integer assertions = attempt.assertions();
    String checks = assertions == null ? "checks are not counted" : assertions + " checks";
    return checks + " in " + attempt.durationMillis() + " ms";
  }
}
