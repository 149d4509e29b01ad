package ai.netra.loop.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DetachedIT {

  private static final Duration GRACE = Duration.ofSeconds(5);
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final List<Process> started = new ArrayList<>();

  @AfterEach
  void end() {
    started.forEach(Process::destroyForcibly);
  }

  @Test
  void whatOnlyWaitsToBeReapedIsNotAlive() throws Exception {
    // the shell becomes a program that never asks for the end of its child
    long child = printed("sleep 0 & echo $!; exec sleep 60");
    Instant birth = ProcessHandle.of(child).flatMap(it -> it.info().startInstant()).orElseThrow();
    awaitState(child, 'Z');

    assertThat(ProcessHandle.of(child)).isPresent();
    assertThat(new Detached(child, birth).isAlive()).isFalse();
  }

  @Test
  void whatADeadLeaderLeftOfItsGroupIsStopped() throws Exception {
    long leader = printed("setsid sh -c 'sleep 60 & echo $$; exec sleep 61' & wait");
    Instant birth = Birth.of(leader).orElseThrow();
    new ProcessBuilder("kill", "-9", Long.toString(leader)).start().waitFor();
    Detached left = new Detached(leader, birth);
    awaitThat("the leader is dead", () -> !left.isAlive());
    assertThat(Signals.isAlive(leader)).isTrue();

    left.stop(GRACE);

    assertThat(Signals.isAlive(leader)).isFalse();
  }

  /** Runs a shell on; the number that it printed. */
  private long printed(String script) throws IOException {
    Process parent = new ProcessBuilder("/bin/sh", "-c", script).start();
    started.add(parent);
    return Long.parseLong(parent.inputReader().readLine());
  }

  private static void awaitState(long pid, char state) throws Exception {
    Path stat = Path.of("/proc/" + pid + "/stat");
    awaitThat(
        "process " + pid + " is in state " + state,
        () -> {
          String seen = Files.readString(stat);
          return seen.charAt(seen.lastIndexOf(')') + 2) == state;
        });
  }

  private static void awaitThat(String what, Callable<Boolean> condition) throws Exception {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.call()) {
      assertThat(System.nanoTime()).as(what + ", in time").isLessThan(deadline);
      Thread.sleep(10);
    }
  }
}
