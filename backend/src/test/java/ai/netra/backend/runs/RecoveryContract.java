package ai.netra.backend.runs;

import static org.assertj.core.api.Assertions.assertThat;

import ai.netra.backend.events.Cause;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Runs that a process left, and who takes them up. */
abstract class RecoveryContract extends OnRecoveryBench {

  @Test
  void aKilledRunGoesOnFromItsLastFinishedStep_W91_W92_ST7() throws InterruptedException {
    CountDownLatch dead = hangInData(first);
    String run = first.start(anna, "t1");
    awaitSeq(run, 11);
    RunBench second = new RunBench(store());
    List<Integer> steps = new ArrayList<>();
    second.pipeline.on(
        "data",
        (state, context) -> {
          steps.add(state.steps().size());
          return ScriptedPipeline.compute(state, context);
        });
    second.node.start();
    assertThat(second.ended(anna, run)).isEqualTo("completed");
    dead.countDown();
    first.node.drain(Duration.ofSeconds(10));

    assertThat(steps).containsExactly(1);
    assertThat(second.types(anna, run).subList(9, 16))
        .containsExactly(
            "subagent_started",
            "tool_executing",
            "tool_completed",
            "progress_update",
            "agent_thinking",
            "tool_executing",
            "tool_completed");
    assertThat(second.eventsOf(anna, run).get(11).data()).contains("\"interrupted\"");
    assertThat(second.eventsOf(anna, run).get(12).data()).contains("\"recovered\"");
    assertThat(second.types(anna, run).stream().filter("agent_started"::equals)).hasSize(1);
    assertThat(second.types(anna, run).stream().filter("subagent_started"::equals)).hasSize(3);
    assertWhole(run);
  }

  @Test
  void aRunThatIsLeftFourTimesFails() throws InterruptedException {
    List<CountDownLatch> latches = new ArrayList<>();
    latches.add(hangInData(first));
    String run = first.start(anna, "t1");
    awaitSeq(run, 11);
    for (int i = 0; i < 3; i++) {
      RunBench next = new RunBench(store());
      latches.add(hangInData(next));
      long before = first.runs.get(anna.user(), run).head().lastSeq();
      next.node.start();
      awaitSeq(run, before + 3);
    }
    RunBench last = new RunBench(store());
    last.node.start();

    assertThat(last.ended(anna, run)).isEqualTo("failed");
    assertThat(last.runs.get(anna.user(), run).head().errorCode()).isEqualTo("RUN_FAILED");
    latches.forEach(CountDownLatch::countDown);
    assertWhole(run);
  }

  @Test
  void killsAtRandomMomentsLeaveEachRunWhole_ST6_AG2() throws InterruptedException {
    RunSettings stubborn = RunBench.limits(LONG, LONG, Duration.ofSeconds(2), 1000);
    RunBench node = new RunBench(store(), stubborn);
    node.node.start();
    List<Cause> users = new ArrayList<>();
    List<String> runs = new ArrayList<>();
    Random random = new Random(4711);
    for (int i = 0; i < 10; i++) {
      users.add(node.user("user" + i));
      for (int j = 0; j < 4; j++) {
        runs.add(node.start(users.get(i), "t" + j));
      }
    }
    for (int i = 0; i < 25; i++) {
      TimeUnit.MICROSECONDS.sleep(random.nextInt(15_000));
      node = new RunBench(store(), stubborn);
      node.node.start();
    }
    for (int i = 0; i < runs.size(); i++) {
      Cause user = users.get(i / 4);
      assertThat(node.ended(user, runs.get(i))).isEqualTo("completed");
      assertWhole(node, user, runs.get(i));
    }
  }

  @Test
  void aHundredRunsAreClaimedOnceEachByFourNodes_ST9() throws InterruptedException {
    RunBench idle = new RunBench(store(), RunBench.idle());
    List<RunBench> nodes = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      nodes.add(new RunBench(store()));
      nodes.get(i).node.start();
    }
    List<Cause> users = new ArrayList<>();
    List<String> runs = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      users.add(idle.user("user" + i));
      runs.add(idle.start(users.get(i), "t1"));
    }
    try (ExecutorService claimers = Executors.newVirtualThreadPerTaskExecutor()) {
      nodes.forEach(each -> claimers.execute(each.node::claim));
    }

    for (int i = 0; i < 100; i++) {
      assertThat(idle.ended(users.get(i), runs.get(i))).isEqualTo("completed");
      assertThat(idle.types(users.get(i), runs.get(i)).stream().filter("agent_started"::equals))
          .hasSize(1);
    }
  }

  @Test
  void aDrainedNodeLetsGoAndAnotherGoesOn_W115() throws InterruptedException {
    hangInData(first);
    String run = first.start(anna, "t1");
    String waiting = first.start(anna, "t1");
    awaitSeq(run, 11);
    first.node.drain(Duration.ofMillis(10));
    assertThat(first.state(anna, run)).isEqualTo("running");
    assertThat(first.state(anna, waiting)).isEqualTo("queued");

    RunBench second = new RunBench(store());
    second.node.start();
    assertThat(second.ended(anna, run)).isEqualTo("completed");
    assertThat(second.ended(anna, waiting)).isEqualTo("completed");
    assertWhole(run);
  }

  @Test
  void aLeaseThatIsKeptIsNobodyElses_ST8() throws InterruptedException {
    CountDownLatch go = hangInData(first);
    String run = first.start(anna, "t1");
    awaitSeq(run, 11);
    RunBench second = new RunBench(store(), RunBench.limits(LONG, LONG, LONG, 3));
    first.node.renew();
    second.node.claim();
    go.countDown();

    assertThat(first.ended(anna, run)).isEqualTo("completed");
    assertThat(first.types(anna, run).stream().filter("agent_started"::equals)).hasSize(1);
    assertThat(first.eventsOf(anna, run)).noneMatch(event -> event.data().contains("recovered"));
  }
}
