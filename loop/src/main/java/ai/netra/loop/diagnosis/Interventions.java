package ai.netra.loop.diagnosis;

import ai.netra.loop.diagnosis.Investigation.Found;
import ai.netra.loop.diagnosis.Trials.Colour;
import ai.netra.loop.diagnosis.Whys.Check;
import ai.netra.loop.record.Blame.Rate;
import ai.netra.loop.record.Culprit;
import ai.netra.loop.record.Minimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What was seen with and without a change. */
final class Interventions {

  private Interventions() {}

  /** That the change is what does it. */
  static Check check(Found found, Symptom symptom) {
    if (symptom.cluster().tests().isEmpty() || found.blame().entry().failed().runs() > 0) {
      return found
          .minimal()
          .filter(it -> it.runs() > 0)
          .map(it -> without(found, it))
          .orElseGet(() -> onParent(found, found.result().culprit()));
    }
    return ofText(found, symptom);
  }

  private static Check without(Found found, Minimal minimal) {
    Trials trials = found.trials();
    Rate with = trials.rate(trials.failed());
    Rate without = trials.rate(minimal.tree());
    List<Long> lines = new ArrayList<>(trials.lines(trials.failed(), Colour.RED));
    lines.addAll(trials.lines(minimal.tree(), Colour.GREEN));
    String observed =
        "red %d of %d with it, red %d of %d without it"
            .formatted(with.red(), with.runs(), without.red(), without.runs());
    return new Check(
        "this part of the change brought it in",
        "the failed tree without these hunks is green, with them red",
        observed,
        Causes.supported(with.red() > 0 && without.red() == 0 && without.runs() > 0),
        lines);
  }

  private static Check onParent(Found found, Culprit culprit) {
    Rate on = culprit.culprit();
    Rate before = culprit.parent();
    List<Long> lines = new ArrayList<>();
    if (on.runs() > 0 && before.runs() > 0) {
      Change first = found.result().steps().getFirst();
      Change last = found.result().steps().getLast();
      lines.addAll(found.trials().lines(last.tree(), Colour.RED));
      lines.addAll(found.trials().lines(first.before(), Colour.GREEN));
    }
    return new Check(
        "the change brought it in",
        "it is red from this change on and green before it",
        "red %d of %d on it, red %d of %d before it, in turn"
            .formatted(on.red(), on.runs(), before.red(), before.runs()),
        Causes.supported(on.red() > before.red()),
        lines);
  }

  /** Of tests that prove nothing the text is the evidence: they stand in what was changed. */
  private static Check ofText(Found found, Symptom symptom) {
    List<Long> lines = symptom.failures().stream().map(it -> it.proof().n()).toList();
    return new Check(
        "the change wrote the tests so",
        "it touches the files that hold them, and no later change does",
        "it is the last since base that touches "
            + String.join(
                ", ", symptom.failures().stream().map(Failure::source).distinct().toList()),
        Causes.supported(!found.result().steps().isEmpty()),
        lines);
  }

  /** That the tests tell the change from its being taken back. */
  static Optional<Check> guard(Found found) {
    return found
        .minimal()
        .filter(it -> it.runs() > 0)
        .map(it -> without(found, it))
        .map(
            it ->
                new Check(
                    "these tests guard against it",
                    "they are red on the change and green without it",
                    it.observed(),
                    it.support(),
                    it.lines()));
  }
}
