package ai.netra.loop.proof;

import ai.netra.loop.record.Attempt;
import ai.netra.loop.record.Attempt.Status;
import ai.netra.loop.record.Canary;
import ai.netra.loop.record.Proof.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Part 6: the test notices a changed status, or a dropped frame, and, unless its answers have no
 * body, changed leaves. A mutant that it does not notice survives, and is named.
 */
final class SensitivityPart {

  private SensitivityPart() {}

  static Part of(Case one) {
    if (!one.all().asksSensitivity(one.test().suite())) {
      return Parts.SENSITIVITY.notAsked("its suite does not ask for changed answers");
    }
    if (Canary.of(one.test().test()).isPresent()) {
      return Parts.SENSITIVITY.notAsked("no answer of a canary is changed");
    }
    return LastRoute.of(one)
        .map(it -> judge(one, it))
        .orElseGet(() -> Parts.SENSITIVITY.missing("there is no answer that could be changed"));
  }

  private static Part judge(Case one, Prover.Answers answers) {
    List<Long> refs = new ArrayList<>();
    List<String> survivors = new ArrayList<>();
    for (Prover.Mutation mutation : Prover.Mutation.asked(answers)) {
      int run = one.attempt().entry().run();
      Optional<Fact<Attempt>> mutant = one.all().mutant(one.test(), mutation, run);
      if (mutant.isEmpty()) {
        return Parts.SENSITIVITY.missing("no mutant was run of its " + mutation.words());
      }
      refs.add(mutant.get().n());
      Optional<String> gap = gap(mutant.get(), changed(one.all(), mutant.get(), refs));
      if (gap.isPresent()) {
        return Parts.SENSITIVITY.missing(gap.get(), mutant.get().n());
      }
      if (survives(mutant.get().entry())) {
        survivors.add("%s on %s".formatted(mutation.words(), answers.words()));
      }
    }
    return survivors.isEmpty()
        ? Parts.SENSITIVITY.present("it notices changed answers on " + answers.words(), refs)
        : Parts.SENSITIVITY.contradicted("not noticed: " + String.join("; ", survivors), refs);
  }

  private static boolean survives(Attempt mutant) {
    return mutant.status() == Status.PASSED || mutant.invocations().contains(Status.PASSED);
  }

  /** Why a mutant says nothing; empty where it does. */
  private static Optional<String> gap(Fact<Attempt> mutant, boolean changed) {
    return switch (mutant.entry().status()) {
      case SKIPPED -> Optional.of("a mutant of it was skipped");
      case NOT_RUN -> Optional.of("a mutant of it never started");
      case PASSED, FAILED, ERROR ->
          changed
              ? Optional.empty()
              : Optional.of("in a mutant of it no answer was changed: it did not call the route");
    };
  }

  /** Whether an answer of the mutant was changed; the lines that say so are added. */
  private static boolean changed(Evidence all, Fact<Attempt> mutant, List<Long> refs) {
    List<Long> fired =
        all.exchanges(mutant.entry().key()).stream()
            .filter(it -> it.entry().fault() != null)
            .map(Fact::n)
            .toList();
    refs.addAll(fired);
    return !fired.isEmpty();
  }
}
