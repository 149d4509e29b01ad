package ai.netra.loop.proof;

import static ai.netra.loop.proof.PartAssert.assertPart;
import static ai.netra.loop.proof.PartAssert.proof;
import static ai.netra.loop.proof.Story.TEST;
import static org.assertj.core.api.Assertions.assertThat;

import ai.netra.loop.record.Attempt;
import ai.netra.loop.record.Attempt.Status;
import ai.netra.loop.record.DeployAttested;
import ai.netra.loop.record.Exited;
import ai.netra.loop.record.Mode;
import ai.netra.loop.record.Outcome;
import ai.netra.loop.record.Proof.State;
import ai.netra.loop.record.ReusedSmells;
import ai.netra.loop.record.Smells;
import ai.netra.loop.record.Spawned;
import ai.netra.loop.record.TestKey;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Parts 1, 2, 6, 7 and 8. */
class PartsTest {

  @Test
  void aCompleteProofIsProved() {
    assertThat(proof(Story.deployed("receipt").proved(TEST)).outcome()).isEqualTo(Outcome.PROVED);
  }

  @Test
  void aServiceThatWasNeverAttestedLeavesIdentityOpen() {
    Story story = Story.deployed("receipt").without(DeployAttested.class).proved(TEST);
    assertPart(story, Parts.IDENTITY, State.MISSING, "shop was never attested");
  }

  @Test
  void aServiceThatReportsAnotherBuildLeavesIdentityOpen() {
    Story story = Story.deployed("receipt").proved(TEST);
    story.add(Story.attested("older", "self"));
    assertPart(story, Parts.IDENTITY, State.MISSING, "shop reports older instead of b1");
  }

  @Test
  void attestationByTheProcessAloneIsEnoughForWireOnly() {
    Story receipt = Story.deployed("receipt").proved(TEST);
    receipt.add(Story.attested("", "process"));
    assertPart(receipt, Parts.IDENTITY, State.MISSING, "does not report its build itself");
    Story wire = Story.deployed("wire").proved(TEST);
    wire.add(Story.attested("", "process"));
    assertPart(wire, Parts.IDENTITY, State.PRESENT, "known");
  }

  @Test
  void aTestOutsideTheInventoryIsNotProved() {
    Story story = Story.deployed("receipt", "another").proved(TEST);
    assertThat(story.prover().proofs(1)).extracting(it -> it.test()).containsExactly("another");
  }

  @Test
  void anUnrecordedWorkerLeavesIdentityOpen() {
    Story story = Story.deployed("receipt").without(Spawned.class).proved(TEST);
    assertPart(story, Parts.IDENTITY, State.MISSING, "how worker process 77 was spawned");
  }

  @Test
  void aWorkerWithoutEndLeavesLivenessOpen() {
    Story story = Story.deployed("receipt").without(Exited.class).proved(TEST);
    assertPart(story, Parts.LIVENESS, State.MISSING, "the end of worker process 77");
  }

  @Test
  void noExecutedCheckIsMissing() {
    Story story = Story.deployed("receipt").attempt(TEST, 1, Status.PASSED, 0);
    assertPart(story, Parts.LIVENESS, State.MISSING, "no check was executed");
  }

  @Test
  void aParameterisedTestWithoutInvocationIsMissing() {
    TestKey key = new TestKey(Story.SUITE, TEST, 1, Mode.VERDICT);
    Attempt it = Story.attempt(key, 1, Status.PASSED, 1);
    Story story = Story.deployed("receipt");
    story.add(
        new Attempt(
            key,
            1,
            it.traceId(),
            Status.PASSED,
            List.of(),
            it.phases(),
            1,
            0,
            it.workerPid(),
            it.workerBirth(),
            it.started(),
            1,
            null,
            null,
            null));
    assertPart(story, Parts.LIVENESS, State.MISSING, "never invoked");
  }

  @Test
  void aFatalSmellContradicts() {
    Story story = Story.deployed("receipt").passes(TEST, 1);
    var finding = new Smells.Finding("sleep", "T.java", 12, true, "sleeps 3 s");
    story.add(new Smells(Story.SUITE, TEST, "closure-" + TEST, Story.RULES, List.of(finding)));
    assertPart(story, Parts.SMELLS, State.CONTRADICTED, "sleep at T.java:12: sleeps 3 s");
  }

  @Test
  void sourcesThatWereNotReadAreMissing() {
    Story story = Story.deployed("receipt").passes(TEST, 1);
    assertPart(story, Parts.SMELLS, State.MISSING, "not read");
  }

  @Test
  void whatAnEarlierRunFoundHoldsForTheSameSourcesAndRules() {
    Story story = Story.deployed("receipt").passes(TEST, 1).clean("another");
    story.add(reused(new Smells(Story.SUITE, TEST, "closure-" + TEST, Story.RULES, List.of()), 10));
    assertPart(story, Parts.SMELLS, State.PRESENT, "no fatal smell, as run R0 found");
  }

  @Test
  void aFatalSmellOfAnEarlierRunContradictsToo() {
    Story story = Story.deployed("receipt").passes(TEST, 1).clean("another");
    var finding = new Smells.Finding("sleep", "T.java", 12, true, "sleeps 3 s");
    story.add(
        reused(new Smells(Story.SUITE, TEST, "closure-" + TEST, Story.RULES, List.of(finding)), 1));
    assertPart(story, Parts.SMELLS, State.CONTRADICTED, "sleeps 3 s, as run R0 found");
  }

  @Test
  void whatAnEarlierRunFoundDoesNotHoldForOtherSourcesRulesOrForEver() {
    Story sources = Story.deployed("receipt").passes(TEST, 1).clean("another");
    sources.add(reused(new Smells(Story.SUITE, TEST, "changed", Story.RULES, List.of()), 1));
    assertPart(sources, Parts.SMELLS, State.MISSING, "it is of other sources");
    Story rules = Story.deployed("receipt").passes(TEST, 1).clean("another");
    rules.add(reused(new Smells(Story.SUITE, TEST, "closure-" + TEST, "old", List.of()), 1));
    assertPart(rules, Parts.SMELLS, State.MISSING, "the rules are others");
    Story age = Story.deployed("receipt").passes(TEST, 1).clean("another");
    age.add(reused(new Smells(Story.SUITE, TEST, "closure-" + TEST, Story.RULES, List.of()), 11));
    assertPart(age, Parts.SMELLS, State.MISSING, "it is too old");
  }

  private static ReusedSmells reused(Smells smells, int uses) {
    return new ReusedSmells("R0", "hash", uses, smells);
  }

  @Test
  void aTraceIdThatTheNonceDoesNotGiveBreaksTheChain() {
    Story story = Story.deployed("receipt");
    TestKey key = new TestKey(Story.SUITE, TEST, 1, Mode.VERDICT);
    Attempt it = Story.attempt(key, 1, Status.PASSED, 1);
    story.add(
        new Attempt(
            key,
            1,
            "00".repeat(16),
            it.status(),
            it.invocations(),
            it.phases(),
            1,
            0,
            it.workerPid(),
            it.workerBirth(),
            it.started(),
            1,
            null,
            null,
            null));
    assertPart(story, Parts.CHAIN, State.CONTRADICTED, "is not the one that the nonce gives");
  }

  @Test
  void otherSourcesThanTheFrozenOnesBreakTheChain() {
    Story story = Story.deployed("receipt").passes(TEST, 1);
    story.add(new Smells(Story.SUITE, TEST, "changed", Story.RULES, List.of()));
    assertPart(story, Parts.CHAIN, State.CONTRADICTED, "not those that were frozen");
  }
}
