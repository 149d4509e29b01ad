package ai.netra.loop.diagnosis;

import ai.netra.loop.diagnosis.Trials.Colour;
import ai.netra.loop.diagnosis.Whys.Check;
import ai.netra.loop.proof.Fact;
import ai.netra.loop.record.Blame.Rate;
import ai.netra.loop.record.DeployDone;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The wrong answer behind a symptom: of a service, of the deploy gate, or of the suite itself.
 *
 * @param service null where it is none's
 * @param answer null where none was given
 */
record Interaction(
    String text,
    @Nullable String service,
    @Nullable Answered answer,
    List<Long> lines,
    Check check) {

  static Optional<Interaction> of(Symptom symptom, LastRound round, LastRound base) {
    return switch (symptom.cluster().kind()) {
      case DEPLOY -> round.closed().map(it -> ofGate(it, symptom));
      case SUITE -> Optional.of(ofSuite(symptom, round));
      case UNPROVEN -> symptom.failures().stream().findFirst().map(Interaction::ofGap);
      case TEST -> ofTests(symptom, round, base);
    };
  }

  private static Interaction ofGate(Fact<DeployDone> gate, Symptom symptom) {
    String service = String.valueOf(gate.entry().service());
    Check check =
        againstBase(
            symptom,
            "the tests never ran, for the gate of " + service + " stayed closed",
            "the services of base are deployed in the same way",
            List.of(gate.n()));
    String text = service + " kept the deploy gate closed: " + gate.entry().reason();
    return new Interaction(text, service, null, List.of(gate.n()), check);
  }

  private static Interaction ofSuite(Symptom symptom, LastRound round) {
    Check check =
        againstBase(
            symptom,
            "the suite fails before it asks any service",
            "with the suite's files of base it does not",
            symptom.lines(round));
    return new Interaction(
        "no service was asked: the suite itself failed", null, null, symptom.lines(round), check);
  }

  private static Interaction ofGap(Failure failure) {
    List<Long> lines = new ArrayList<>(List.of(failure.proof().n()));
    failure.proof().entry().parts().forEach(it -> lines.addAll(it.refs()));
    Check check =
        new Check(
            "it passes without showing that it can fail",
            "a part of its proof is missing or contradicts",
            failure.lacks(),
            Causes.supported(true),
            lines);
    return new Interaction("no answer was wrong: " + failure.lacks(), null, null, lines, check);
  }

  /** The answer that differs from base's, else one that the message itself names. */
  private static Optional<Interaction> ofTests(Symptom symptom, LastRound round, LastRound base) {
    for (Failure failure : symptom.failures()) {
      Optional<Interaction> told =
          Divergence.of(failure, base.answers(failure.test()))
              .map(
                  it ->
                      new Wrong(
                          failure, it.answer(), it.onBase(), round.log(it.answer().exchange())))
              .map(it -> ofAnswer(symptom, it));
      if (told.isPresent()) {
        return told;
      }
    }
    return symptom.failures().stream()
        .filter(it -> it.named().isPresent())
        .findFirst()
        .map(
            it -> {
              Answered answer = it.named().orElseThrow();
              return new Wrong(it, answer, "", round.log(answer.exchange()));
            })
        .map(it -> ofAnswer(symptom, it));
  }

  /**
   * An answer that made a test fail.
   *
   * @param onBase what base answered there; empty where nobody knows
   * @param log what the service wrote about it
   */
  private record Wrong(Failure failure, Answered answer, String onBase, LogAnswer log) {

    List<Long> lines() {
      List<Long> lines = new ArrayList<>(List.of(answer.fact().n()));
      Fact<?> attempt = failure.attempt();
      if (attempt != null) {
        lines.add(attempt.n());
      }
      switch (log) {
        case LogAnswer.Lines it -> it.lines().forEach(line -> lines.add(line.n()));
        case LogAnswer.Empty it -> lines.add(it.shownBy());
        case LogAnswer.Failed _ -> {}
      }
      return lines;
    }

    String text() {
      String wanted = onBase.isEmpty() ? "" : " instead of " + onBase;
      String silent = log instanceof LogAnswer.Empty ? "; the service's log has no line of it" : "";
      return answer.words() + wanted + silent;
    }
  }

  private static Interaction ofAnswer(Symptom symptom, Wrong wrong) {
    Answered answer = wrong.answer();
    List<Long> lines = wrong.lines();
    String other = wrong.onBase().isEmpty() ? "" : ", where it was " + wrong.onBase();
    Check check =
        againstBase(
            symptom,
            "the test is red for the answer " + answer.words(),
            "on base, which answers otherwise, the same test is green" + other,
            lines);
    return new Interaction(wrong.text(), answer.exchange().service(), answer, lines, check);
  }

  private static Check againstBase(
      Symptom symptom, String claim, String prediction, List<Long> evidence) {
    Rate failed = symptom.found().blame().entry().failed();
    Rate onBase = symptom.found().baseRate();
    List<Long> lines = new ArrayList<>(evidence);
    lines.add(symptom.found().blame().n());
    lines.addAll(symptom.found().baseLines(Colour.GREEN));
    String observed =
        onBase.runs() == 0
            ? "base was not seen"
            : "red %d of %d here, red %d of %d on base"
                .formatted(failed.red(), failed.runs(), onBase.red(), onBase.runs());
    boolean holds = onBase.runs() > 0 && onBase.red() == 0 && failed.red() > 0;
    return onBase.runs() == 0
        ? new Check(claim, prediction, observed, Causes.supported(false), List.of())
        : new Check(claim, prediction, observed, Causes.supported(holds), lines);
  }
}
