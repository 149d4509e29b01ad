package ai.netra.loop.faults;

import ai.netra.loop.project.FaultSpec;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Whether the fault was seen for what it is when its tree was first deployed. */
record Detection(Scorer.Evidence evidence) {

  boolean isDetected() {
    FaultSpec.Symptom symptom = spec().truth().symptom();
    if (symptom.gate() != null) {
      return isClosed(symptom.gate());
    }
    Optional<JournalLines.Line> first = evidence.journal().of("verdict").findFirst();
    boolean green = first.isEmpty() || allProved(first.get().data());
    if (green) {
      return false;
    }
    return symptom.outcome() == null
        ? isClustered()
        : hasOutcome(evidence.journal().proofs(first.get().n()), symptom);
  }

  private FaultSpec spec() {
    return evidence.history().fault().spec();
  }

  private static boolean allProved(JsonNode verdict) {
    JsonNode counts = verdict.path("counts");
    return counts.path("proved").asInt(0) == counts.path("inventory").asInt(-1);
  }

  private boolean isClosed(String gate) {
    return evidence
        .journal()
        .of("cluster")
        .anyMatch(line -> JournalLines.word(line.data().path("kind")).equals(gate));
  }

  /** A test that must be red stands in a cluster. */
  private boolean isClustered() {
    List<TestNames.Named> failing = failing();
    return evidence
        .journal()
        .of("cluster")
        .flatMap(line -> line.data().path("tests").valueStream())
        .anyMatch(
            test ->
                failing.stream().anyMatch(it -> it.isRecordedAs(test.path("test").asString(""))));
  }

  /** What proves nothing is not counted, and a part of its proof says why. */
  private boolean hasOutcome(List<JsonNode> proofs, FaultSpec.Symptom symptom) {
    List<TestNames.Named> failing = failing();
    return proofs.stream()
        .filter(
            proof ->
                failing.isEmpty()
                    || failing.stream()
                        .anyMatch(it -> it.isRecordedAs(proof.path("test").asString(""))))
        .anyMatch(
            proof ->
                JournalLines.word(proof.path("outcome")).equals(symptom.outcome())
                    && (symptom.parts().isEmpty() || lacks(proof, symptom.parts())));
  }

  private static boolean lacks(JsonNode proof, List<Integer> parts) {
    return proof
        .path("parts")
        .valueStream()
        .filter(part -> parts.contains(part.path("number").asInt(0)))
        .map(part -> JournalLines.word(part.path("state")))
        .anyMatch(state -> state.equals("missing") || state.equals("contradicted"));
  }

  private List<TestNames.Named> failing() {
    return spec().truth().failing().stream()
        .flatMap(name -> evidence.tests().named(name).stream())
        .toList();
  }
}
