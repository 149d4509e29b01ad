package ai.netra.loop.round;

import ai.netra.loop.deploy.Deployer.Outcome.Closed;
import ai.netra.loop.deploy.Deployment;
import ai.netra.loop.diagnosis.Diagnosis.Diagnosed;
import ai.netra.loop.record.Candidate;
import ai.netra.loop.record.DeployBack;
import java.util.List;
import java.util.Optional;

/**
 * Where a round stands. A transition is a method on the state that it leaves, so one that is not
 * drawn here cannot be written.
 *
 * <pre>
 * Deploying → Selecting → Running ⇄ Proving → Finished(Proved)
 *     each of the last but Running → Diagnosing → Fixing → Auditing → Stabilising
 *     Auditing, Stabilising        → Fixing → Diagnosing: refused, and the next cluster
 *     Stabilising → (AwaitingApproval →) Committing → Proving, on the committed tree
 *     every one of them            → Finished(Stopped)
 * </pre>
 */
sealed interface RoundState {

  /** The name in the journal. */
  default String label() {
    return getClass().getSimpleName();
  }

  /** Why a round is in this state, where there is something to say. */
  default String reason() {
    return "";
  }

  /** What stopped short of a proof is looked into, where it can be mended. */
  default Diagnosing diagnosing(Trouble trouble) {
    return new Diagnosing(trouble);
  }

  /** From every state but the last a round can stop. */
  default Finished stopped(StopReason why, String sentence) {
    return stopped(why, sentence, Result.NOTHING_RUNS);
  }

  /** The same where the target was not simply emptied. */
  default Finished stopped(StopReason why, String sentence, String leftIn) {
    return new Finished(new Result.Stopped(why, sentence, leftIn));
  }

  /** A state in which the deploy gate can close. */
  sealed interface Gated extends RoundState {

    /** Nothing was proved here before, so there is nothing to go back to. */
    default Finished closed(Closed gate) {
      return stopped(StopReason.BLOCKED, sentence(gate));
    }

    /** What was proved last was deployed again, and answered for its builds. */
    default Finished wentBack(Closed gate, DeployBack good) {
      return stopped(
          StopReason.NO_PROGRESS,
          sentence(gate),
          "what run %s proved was deployed again and attested; it ended with this run"
              .formatted(good.run()));
    }

    /** Neither deployable nor restorable. */
    default Finished stuck(Closed gate, DeployBack good, Closed again) {
      return stopped(
          StopReason.BLOCKED,
          "%s%nand what run %s proved cannot be deployed again, service %s: %s"
              .formatted(sentence(gate), good.run(), again.service(), again.reason()));
    }

    private static String sentence(Closed gate) {
      return "the deploy of " + gate.service() + " is closed: " + gate.reason();
    }
  }

  /** The services are built, started and attested. */
  record Deploying() implements Gated {

    Selecting attested(Deployment deployment) {
      return new Selecting(deployment);
    }
  }

  /** The tests are found and frozen. */
  record Selecting(Deployment deployment) implements Gated {

    /**
     * @param run the number of the next full run
     */
    Running selected(List<SelectedSuite> suites, int run) {
      return new Running(deployment, suites, run);
    }
  }

  /** A full run of the whole inventory, the {@code run}th of this tree. */
  record Running(Deployment deployment, List<SelectedSuite> suites, int run) implements RoundState {

    /**
     * @param cut why the run was cut, empty where it came to its end
     */
    Proving ran(Optional<String> cut) {
      return new Proving(deployment, suites, run, cut);
    }
  }

  /** Controls are run, proofs and the verdict of the full run are made. */
  record Proving(Deployment deployment, List<SelectedSuite> suites, int run, Optional<String> cut)
      implements RoundState {

    /** All is proved, but not yet often enough: again, in another order. */
    Running again() {
      return new Running(deployment, suites, run + 1);
    }

    Finished decided(Result result) {
      return new Finished(result);
    }
  }

  /** Why it is so is found out, cluster by cluster; nothing runs on the target. */
  record Diagnosing(Trouble trouble) implements RoundState {

    @Override
    public String reason() {
      return trouble.otherwise().sentence();
    }

    Fixing fixing(Diagnosed diagnosed) {
      return new Fixing(trouble, diagnosed);
    }

    /** A candidate that was approved before the loop ended is tried again. */
    Stabilising stabilising(Diagnosed diagnosed, Candidate approved) {
      return new Stabilising(trouble, diagnosed, approved);
    }
  }

  /** A fixer works on one cluster. */
  record Fixing(Trouble trouble, Diagnosed diagnosed) implements RoundState {

    Auditing auditing(Candidate candidate) {
      return new Auditing(trouble, diagnosed, candidate);
    }

    /** No fixer is left for this cluster. */
    Diagnosing exhausted() {
      return new Diagnosing(trouble);
    }
  }

  /** A candidate is judged by what it changes. */
  record Auditing(Trouble trouble, Diagnosed diagnosed, Candidate candidate) implements RoundState {

    Fixing rejected() {
      return new Fixing(trouble, diagnosed);
    }

    Stabilising approved() {
      return new Stabilising(trouble, diagnosed, candidate);
    }
  }

  /** A candidate is deployed on the target and has to show that nothing else broke. */
  record Stabilising(Trouble trouble, Diagnosed diagnosed, Candidate candidate)
      implements RoundState {

    Fixing refused() {
      return new Fixing(trouble, diagnosed);
    }

    AwaitingApproval awaiting(StableCandidate stable, Proving shown, String what) {
      return new AwaitingApproval(trouble, diagnosed, stable, shown, what);
    }

    Committing committing(StableCandidate stable, Proving shown) {
      return new Committing(stable, shown);
    }
  }

  /** A person is asked before it is committed. */
  record AwaitingApproval(
      Trouble trouble, Diagnosed diagnosed, StableCandidate stable, Proving shown, String what)
      implements RoundState {

    Committing given() {
      return new Committing(stable, shown);
    }
  }

  /** A stable candidate becomes a commit. */
  record Committing(StableCandidate stable, Proving shown) implements RoundState {

    /** The full run that showed it counts for the round that goes on. */
    RoundState committed(Optional<Result> decided) {
      return decided.<RoundState>map(shown::decided).orElseGet(shown::again);
    }
  }

  /** The end. */
  record Finished(Result result) implements RoundState {

    @Override
    public String label() {
      return label(result.reason());
    }

    static String label(String reason) {
      return "Finished(" + reason + ")";
    }
  }
}
