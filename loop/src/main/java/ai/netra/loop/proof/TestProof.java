package ai.netra.loop.proof;

import ai.netra.loop.proof.Evidence.TestName;
import ai.netra.loop.record.Attempt;
import ai.netra.loop.record.Canary;
import ai.netra.loop.record.Mode;
import ai.netra.loop.record.Outcome;
import ai.netra.loop.record.Proof;
import ai.netra.loop.record.Proof.Part;
import ai.netra.loop.record.Proof.State;
import ai.netra.loop.record.SuiteTerms;
import java.util.ArrayList;
import java.util.List;

/** Makes the proof record of one test in one full run. */
final class TestProof {

  private static final String WIRE = "wire";

  private final Evidence all;
  private final Fact<SuiteTerms> terms;

  TestProof(Evidence all, Fact<SuiteTerms> terms) {
    this.all = all;
    this.terms = terms;
  }

  /** The proof of a test; of several attempts the last is looked at, all decide the outcome. */
  Proof of(String test, int run) {
    String suite = terms.entry().suite();
    List<Fact<Attempt>> attempts = all.attempts(new TestName(suite, test), run, Mode.VERDICT);
    if (attempts.isEmpty()) {
      return unreported(suite, test, run);
    }
    Case one = Case.of(all, terms, attempts.getLast());
    List<Part> parts = parts(one);
    return new Proof(suite, test, run, level(one), parts, outcome(attempts, parts));
  }

  private Proof unreported(String suite, String test, int run) {
    Part gap = Parts.LIVENESS.missing("the runner gave no result for it");
    return new Proof(suite, test, run, terms.entry().level(), List.of(gap), Outcome.ERROR);
  }

  private static String level(Case one) {
    return WirePart.precedesRequests(one) ? WIRE : one.terms().entry().level();
  }

  private static List<Part> parts(Case one) {
    List<Part> parts = new ArrayList<>();
    parts.add(IdentityPart.of(one));
    parts.add(LivenessPart.of(one));
    parts.add(WirePart.of(one));
    parts.add(StatePart.of(one));
    parts.add(control(one));
    parts.add(SensitivityPart.of(one));
    parts.add(SmellPart.of(one));
    parts.add(ChainPart.of(one, parts));
    return parts;
  }

  /** Where controls were not run a canary must be found out by the other parts. */
  private static Part control(Case one) {
    boolean canary = Canary.of(one.test().test()).isPresent();
    boolean none = one.all().control(one.test(), one.attempt().entry().run()).isEmpty();
    return canary && none
        ? Parts.CONTROL.notAsked("no control of the canary was run")
        : ControlPart.of(one);
  }

  private static Outcome outcome(List<Fact<Attempt>> attempts, List<Part> parts) {
    if (attempts.stream().map(it -> it.entry().status()).distinct().count() > 1) {
      return Outcome.FLAKY;
    }
    return switch (attempts.getLast().entry().status()) {
      case ERROR -> Outcome.ERROR;
      case FAILED -> Outcome.FAILED;
      case NOT_RUN -> Outcome.NOT_RUN;
      case SKIPPED -> Outcome.SKIPPED;
      case PASSED -> isComplete(parts) ? Outcome.PROVED : Outcome.UNPROVEN;
    };
  }

  private static boolean isComplete(List<Part> parts) {
    return parts.stream()
        .allMatch(it -> it.state() == State.PRESENT || it.state() == State.NOT_ASKED);
  }
}
