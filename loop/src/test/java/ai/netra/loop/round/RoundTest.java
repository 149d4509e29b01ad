package ai.netra.loop.round;

import static org.assertj.core.api.Assertions.assertThat;

import ai.netra.loop.deploy.Deployment.Log;
import ai.netra.loop.record.Attempt.Status;
import ai.netra.loop.record.Canary;
import ai.netra.loop.record.Counts;
import ai.netra.loop.record.DeployBack;
import ai.netra.loop.record.DeployDone;
import ai.netra.loop.record.DeployErrors;
import ai.netra.loop.record.Mode;
import ai.netra.loop.record.Order;
import ai.netra.loop.record.Proof;
import ai.netra.loop.record.RunFinished;
import ai.netra.loop.record.RunStarted;
import ai.netra.loop.record.Transition;
import ai.netra.loop.record.Verdict;
import ai.netra.loop.suite.FullRun;
import ai.netra.loop.suite.SuiteFailure;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RoundTest {

  private static final List<String> TESTS = List.of("a", "b", "c", "d", "e");

  @TempDir Path folder;
  private final MemoryJournal journal = new MemoryJournal();
  private final Ledger ledger = new Ledger(journal);

  private ScriptedSuite suite = new ScriptedSuite(ledger, TESTS);
  private ScriptedStage stage = new ScriptedStage(ledger, suite);

  @Test
  void everyTestProvedInTwoFullRunsIsProved() {
    Result result = round().run();
    assertThat(result).isInstanceOf(Result.Proved.class);
    assertThat(result.exit()).isZero();
    assertThat(result.sentence()).isEqualTo("5 of 5 tests are proved in 2 full runs in a row");
    assertThat(journal.all(Transition.class))
        .extracting(Transition::to)
        .containsExactly(
            "Selecting", "Running", "Proving", "Running", "Proving", "Finished(proved)");
    assertThat(finished().counts()).isEqualTo(new Counts(5, 5, 0, 0, 0, 0, 0, 0));
  }

  @Test
  void theSecondVerdictRunHasAnotherOrderOfTheSameTests() {
    round().run();
    List<Order> orders = journal.all(Order.class);
    assertThat(orders).extracting(Order::run).containsExactly(1, 2);
    assertThat(orders.get(0).tests()).containsExactlyInAnyOrderElementsOf(orders.get(1).tests());
    assertThat(orders.get(0).tests()).isNotEqualTo(orders.get(1).tests());
  }

  @Test
  void controlsRunOnceAfterTheFirstFullRunForTwiceTheGreenTime() {
    round().run();
    assertThat(suite.runs)
        .extracting(it -> it.mode())
        .startsWith(Mode.VERDICT, Mode.CONTROL)
        .endsWith(Mode.VERDICT);
    assertThat(suite.runs).filteredOn(it -> it.mode() == Mode.CONTROL).hasSize(1);
    assertThat(suite.runs.get(1).timeouts().get("a")).isEqualTo(Duration.ofSeconds(3));
    assertThat(suite.runs.get(1).faults()).containsKeys("a", "b", "c", "d", "e");
    assertThat(suite.runs.get(1).order()).containsExactlyInAnyOrderElementsOf(TESTS);
  }

  @Test
  void aControlThatEndedBeforeItCalledIsRunOnceMoreWithoutHaste() {
    suite.stuckInSetup.add("c");
    assertThat(round().run().exit()).isZero();
    FullRun again = suite.runs.get(2);
    assertThat(again.mode()).isEqualTo(Mode.CONTROL);
    assertThat(again.attempt()).isEqualTo(2);
    assertThat(again.order()).containsExactly("c");
    assertThat(again.timeouts()).containsEntry("c", Duration.ofSeconds(10));
  }

  @ParameterizedTest
  @EnumSource(names = {"CONTROL", "MUTANT"})
  void aTestThatStaysGreenWhateverIsDoneToItsAnswersStopsTheRun(Mode mode) {
    suite.scripts.add(
        (key, _) -> key.test().equals("b") && key.mode() == mode ? Status.PASSED : null);
    Result result = round().run();
    assertThat(result.exit()).isEqualTo(10);
    assertThat(result.sentence()).startsWith("1 of 5 tests are not proved");
    assertThat(finished().counts()).isEqualTo(new Counts(5, 4, 0, 0, 0, 1, 0, 0));
  }

  @Test
  void aTestThatFailsInTheSecondRunIsFlaky() {
    suite.scripts.add((key, run) -> key.test().equals("b") && run == 2 ? Status.FAILED : null);
    assertThat(round().run().exit()).isEqualTo(10);
    assertThat(finished().counts().flaky()).isEqualTo(1);
  }

  @Test
  void whateverStopsOnAFullDiskIsBlockedByTheDisk() {
    stage.fullDisk = Optional.of("No space left on device");
    suite.scripts.add((key, _) -> key.test().equals("b") ? Status.FAILED : null);
    Result result = round().run();
    assertThat(result.exit()).isEqualTo(13);
    assertThat(result.sentence())
        .isEqualTo(
            "No space left on device: 1 of 5 tests are not proved, and nothing is left that"
                + " could mend them");
  }

  @Test
  void aFullDiskThatStopsNothingIsNoReasonToStop() {
    stage.fullDisk = Optional.of("No space left on device");
    assertThat(round().run().exit()).isZero();
  }

  @Test
  void aClosedDeployBlocksWhereThereIsNothingToGoBackTo() {
    stage.closed = Optional.of("it reports build 7");
    Result result = round().run();
    assertThat(result.exit()).isEqualTo(13);
    assertThat(result.sentence()).isEqualTo("the deploy of shop is closed: it reports build 7");
    assertThat(suite.runs).isEmpty();
  }

  @Test
  void aClosedDeployGoesBackToWhatWasProvedLast() {
    round().run();
    stage.closed = Optional.of("never ready");
    Result result = round().run();
    assertThat(result.exit()).isEqualTo(10);
    assertThat(result.leftIn()).contains("deployed again and attested");
    assertThat(stage.wentBackTo)
        .containsExactlyElementsOf(journal.all(DeployBack.class))
        .flatExtracting(DeployBack::services)
        .containsExactly(new DeployBack.Kept("shop", "b1", "digest", List.of()));
  }

  @Test
  void aDeployThatCannotGoBackIsBlockedWithBothReasons() {
    round().run();
    stage.closed = Optional.of("never ready");
    stage.closedAgain = Optional.of("its artifact is gone");
    Result result = round().run();
    assertThat(result.exit()).isEqualTo(13);
    assertThat(result.sentence()).contains("never ready", "its artifact is gone");
    assertThat(result.leftIn()).isEqualTo(Result.NOTHING_RUNS);
  }

  @Test
  void whatAnotherTargetProvedIsNothingToGoBackTo() {
    new LastKnownGood(folder.resolve("last-known-good"))
        .set(new DeployBack("R0", "staging", "t", List.of()));
    stage.closed = Optional.of("never ready");
    assertThat(round().run().exit()).isEqualTo(13);
    assertThat(stage.wentBackTo).isEmpty();
  }

  @Test
  void newErrorsOverTheBudgetCloseTheDeploy() {
    stage.logs = List.of(new Log.Read("shop", List.of("e1", "e2", "e3", "e4"), false));
    Result result = round().run();
    assertThat(result.exit()).isEqualTo(13);
    assertThat(result.sentence()).contains("score 20, 15 is allowed: [e1, e2, e3, e4]");
    assertThat(suite.runs).isEmpty();
    assertThat(journal.all(DeployDone.class).getLast().open()).isFalse();
  }

  @Test
  void oneCriticalErrorClosesTheDeploy() {
    stage.logs = List.of(new Log.Read("shop", List.of("e1"), true));
    assertThat(round().run().sentence()).contains("it logged a critical error: [e1]");
  }

  @Test
  void anUnreadableLogClosesTheDeploy() {
    stage.logs = List.of(new Log.Unreadable("shop", "no such file"));
    assertThat(round().run().sentence()).contains("its log cannot be read: no such file");
  }

  @Test
  void errorsThatTheProvedDeploymentWroteAreNotNew() {
    stage.logs = List.of(new Log.Read("shop", List.of("e1", "e2", "e3"), false));
    assertThat(round().run().exit()).isZero();
    stage.logs =
        List.of(new Log.Read("shop", List.of("e1", "e2", "e3", "f1", "f2", "f3", "f4"), false));
    assertThat(round().run().exit()).isEqualTo(10);
    assertThat(journal.all(DeployErrors.class).getLast().fresh())
        .containsExactly("f1", "f2", "f3", "f4");
  }

  @Test
  void anUnprovedRunSetsNoLastKnownGood() {
    suite.scripts.add((_, _) -> Status.FAILED);
    round().run();
    stage.closed = Optional.of("never ready");
    assertThat(round().run().exit()).isEqualTo(13);
  }

  @Test
  void anEmptySuiteIsNoProgress() {
    suite = new ScriptedSuite(ledger, List.of());
    stage = new ScriptedStage(ledger, suite);
    Result result = round().run();
    assertThat(result.exit()).isEqualTo(10);
    assertThat(result.sentence()).contains("suite e2e has no test");
  }

  @Test
  void aSuiteThatCannotBeRunIsNoProgress() {
    suite.scripts.add(
        (_, _) -> {
          throw new SuiteFailure("worker: java is no program");
        });
    Result result = round().run();
    assertThat(result.exit()).isEqualTo(10);
    assertThat(result.sentence()).isEqualTo("worker: java is no program");
    assertThat(finished().counts()).isEqualTo(new Counts(5, 0, 0, 0, 0, 0, 0, 5));
  }

  @Test
  void aServiceThatEndsCutsTheRun() {
    suite.scripts.add(
        (_, _) -> {
          stage.die();
          return Status.ERROR;
        });
    Result result = round().run();
    assertThat(result.exit()).isEqualTo(10);
    assertThat(result.sentence()).isEqualTo("service shop ended in the run");
    assertThat(finished().counts()).isEqualTo(new Counts(5, 0, 0, 1, 0, 0, 0, 4));
    assertThat(suite.runs).hasSize(1);
  }

  @Test
  void aCanaryThatIsNotFoundOutIsAnIntegrityStop() {
    suite.scripts.add((key, _) -> key.test().equals(Canary.FAILS.testId()) ? Status.PASSED : null);
    Result result = round().run();
    assertThat(result.exit()).isEqualTo(14);
    assertThat(result.reason()).isEqualTo("integrity");
  }

  @Test
  void anInterruptStopsForAHuman() {
    Round round = round();
    suite.scripts.add(
        (_, _) -> {
          round.interrupt("SIGINT");
          return null;
        });
    Result result = round.run();
    assertThat(result.exit()).isEqualTo(12);
    assertThat(result.sentence()).isEqualTo("SIGINT");
    assertThat(finished().reason()).isEqualTo("human");
  }

  @Test
  void everyEndLeavesTheStageClosedAndTheLastLineWritten() {
    stage.closed = Optional.of("never ready");
    round().run();
    assertThat(stage.ended).isTrue();
    assertThat(journal.all(RunFinished.class)).hasSize(1);
  }

  @Test
  void proofsAndVerdictsOfEachFullRunAreJournaled() {
    round().run();
    assertThat(journal.all(Proof.class)).hasSize(2 * (TESTS.size() + Canary.values().length));
    assertThat(journal.all(Verdict.class)).extracting(Verdict::run).containsExactly(1, 2);
  }

  private RunFinished finished() {
    return journal.all(RunFinished.class).getLast();
  }

  private Round round() {
    RunStarted started =
        new RunStarted(
            1,
            "R",
            "shop",
            "local",
            "tree",
            "main",
            false,
            ScriptedSuite.NONCE,
            2,
            List.of(),
            Map.of());
    LastKnownGood good = new LastKnownGood(folder.resolve("last-known-good"));
    return new Round(started, (_, _) -> stage, ledger, good, new VerdictOnly(), new Silent());
  }
}
