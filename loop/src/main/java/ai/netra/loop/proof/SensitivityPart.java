package ai.netra.loop.proof;

import ai.netra.loop.record.Attempt.Status;
import ai.netra.loop.record.Canary;
import ai.netra.loop.record.Mutant.Change;
import ai.netra.loop.record.Proof.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Part 6: the test notices another status, or frames that do not arrive, and, unless its answers
 * have no body, changed leaves. A mutant that it does not notice survives, and is named.
 */
final class SensitivityPart {

  private SensitivityPart() {}

  static Part of(Case one) {
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
    for (Change change : answers.asked()) {
      int run = one.attempt().entry().run();
      Optional<Try> tried = one.all().tries().of(one.all(), one.test(), change, run);
      if (tried.isEmpty()) {
        return Parts.SENSITIVITY.missing("no " + change.words() + " of it was run");
      }
      refs.addAll(tried.get().refs());
      Optional<String> gap = gap(one, tried.get());
      if (gap.isPresent()) {
        return Parts.SENSITIVITY.missing(gap.get(), tried.get().n());
      }
      if (tried.get().survives()) {
        survivors.add(tried.get().words());
      }
    }
    return survivors.isEmpty()
        ? Parts.SENSITIVITY.present("it notices changed answers on " + answers.words(), refs)
        : Parts.SENSITIVITY.contradicted("not noticed: " + String.join("; ", survivors), refs);
  }

  /** Why a mutant says nothing; empty where it does. */
  private static Optional<String> gap(Case one, Try it) {
    if (it.tells()) {
      return Optional.ofNullable(it.reused())
          .flatMap(
              reused ->
                  new Reuse(one.all())
                      .gap(one, reused)
                      .map(why -> "a mutant of run " + reused.origin().run() + ": " + why));
    }
    String words = it.mutant().change().words();
    return Optional.of(
        it.attempt().status() == Status.SKIPPED
            ? "its " + words + " was skipped"
            : it.attempt().status() == Status.NOT_RUN
                ? "its " + words + " never started"
                : "in its " + words + " no answer was changed: it did not call the route");
  }
}
