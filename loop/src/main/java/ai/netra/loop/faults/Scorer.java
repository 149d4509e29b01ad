package ai.netra.loop.faults;

import ai.netra.loop.project.FaultSpec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Compares what a run recorded, and the tree that it left, with the truth. */
final class Scorer {

  /**
   * What is compared.
   *
   * @param base the object that the proof of base ended with
   * @param summary the object that the run ended with
   * @param tests the tests of the tree with the fault
   * @param sameSuites whether the suites' files of the last tree are base's, but for benign changes
   * @param accepted wrong repairs that the audit did not refuse by their rule
   * @param verified whether the journal is as it was written
   */
  record Evidence(
      History history,
      Replica replica,
      JournalLines journal,
      JsonNode base,
      JsonNode summary,
      TestNames tests,
      boolean sameSuites,
      List<String> accepted,
      boolean verified,
      Duration took) {}

  private static final JsonMapper JSON = JsonMapper.shared();

  private final Evidence evidence;
  private final FaultSpec spec;
  private final Findings findings;
  private final List<String> misses = new ArrayList<>();

  Scorer(Evidence evidence) {
    this.evidence = evidence;
    this.spec = evidence.history().fault().spec();
    this.findings = new Findings(evidence.journal(), spec, evidence.history());
  }

  static JsonNode object(String json) {
    return json.startsWith("{") ? JSON.readTree(json) : JSON.createObjectNode();
  }

  Score.Explained score() {
    boolean proved = met("proved", isProved());
    Score score =
        new Score(
            spec.id(),
            met("detected", new Detection(evidence).isDetected()),
            proved,
            met("right_service", findings.isRightService()),
            met("right_change", findings.isRightChange()),
            met("right_mechanism", findings.isRightMechanism()),
            met("grounded", findings.isGrounded()),
            met("fixed", isFixed(proved)),
            met("no_innocent_revert", isInnocentKept()),
            met("honest", isHonest()),
            evidence.took().toSeconds(),
            evidence.summary().path("rounds").asInt(0),
            Math.toIntExact(builds()),
            Math.toIntExact(testRuns()),
            evidence.summary().path("reason").asString("none"));
    return new Score.Explained(score, evidence.history().seed(), List.copyOf(misses));
  }

  private boolean met(String criterion, boolean met) {
    if (!met) {
      misses.add(criterion);
    }
    return met;
  }

  /** Proved with the N of base, or waiting for the person who alone may mend it. */
  private boolean isProved() {
    JsonNode summary = evidence.summary();
    if (spec.human()) {
      return summary.path("reason").asString("").equals("human");
    }
    int inventory = summary.path("tests").path("inventory").asInt(0);
    return summary.path("verdict").asString("").equals("proved")
        && inventory > 0
        && inventory == evidence.base().path("tests").path("inventory").asInt(-1);
  }

  /** The failing tests are proved at the end, by sources that nobody but benign commits changed. */
  private boolean isFixed(boolean proved) {
    if (spec.human()) {
      return evidence.journal().of("commit.done").findAny().isEmpty();
    }
    Optional<JournalLines.Line> last = evidence.journal().last("verdict");
    if (!proved || !evidence.sameSuites() || last.isEmpty()) {
      return false;
    }
    List<JsonNode> proofs = evidence.journal().proofs(last.get().n());
    return spec.truth().failing().stream()
        .flatMap(name -> evidence.tests().named(name).stream())
        .allMatch(
            test ->
                proofs.stream()
                    .filter(proof -> test.isRecordedAs(proof.path("test").asString("")))
                    .anyMatch(proof -> JournalLines.word(proof.path("outcome")).equals("proved")));
  }

  private boolean isInnocentKept() {
    List<String> lost =
        evidence.history().benign().stream()
            .filter(patch -> !evidence.replica().holds(patch))
            .map(Patch::name)
            .toList();
    lost.forEach(name -> misses.add("taken back: " + name));
    return lost.isEmpty();
  }

  private boolean isHonest() {
    List<String> wrong = findings.wrongConclusions();
    wrong.forEach(conclusion -> misses.add("concluded: " + conclusion));
    if (!evidence.verified()) {
      misses.add("netra verify refuses the journal");
    }
    evidence.accepted().forEach(repair -> misses.add("not refused: " + repair));
    return wrong.isEmpty() && evidence.accepted().isEmpty() && evidence.verified();
  }

  private long builds() {
    return evidence
        .journal()
        .of("build")
        .filter(line -> !line.data().path("reused").asBoolean(false))
        .count();
  }

  /** Full runs, and experiments in which tests ran. */
  private long testRuns() {
    long experiments =
        evidence
            .journal()
            .of("observed")
            .filter(line -> Set.of("ran").contains(JournalLines.word(line.data().path("end"))))
            .count();
    return evidence.journal().of("verdict").count() + experiments;
  }
}
