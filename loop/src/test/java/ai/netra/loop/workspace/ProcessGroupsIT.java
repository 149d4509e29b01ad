package ai.netra.loop.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import ai.netra.loop.record.Entry;
import ai.netra.loop.record.Exited;
import ai.netra.loop.record.Spawned;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessGroupsIT {

  private static final Duration SOON = Duration.ofSeconds(10);

  @TempDir private Path folder;
  private final BlockingQueue<Entry> records = new LinkedBlockingQueue<>();
  private StateDirectory state;
  private ProcessGroups groups;

  @BeforeEach
  void open() {
    state = StateDirectory.at(folder.resolve("state"));
    groups = ProcessGroups.open(state, Clock.systemUTC());
  }

  @AfterEach
  void close() {
    groups.close();
  }

  @Test
  void aProcessSeesTheGivenEnvironmentOnlyAndWritesIntoItsFiles() throws Exception {
    ProcessGroup group = shell("env; echo oops >&2; exit 3", Map.of("COLOUR", "red"));

    assertThat(group.onExit().get(10, TimeUnit.SECONDS)).isEqualTo(3);

    assertThat(Files.readAllLines(folder.resolve("out"))).contains("COLOUR=red").hasSizeLessThan(4);
    assertThat(folder.resolve("err")).hasContent("oops");
  }

  @Test
  void spawnAndExitAreRecordedWithNamesOfTheEnvironmentAndNoValues() throws Exception {
    ProcessGroup group = shell("exit 0", Map.of("COLOUR", "red"));
    group.onExit().get(10, TimeUnit.SECONDS);

    assertThat(records.poll(10, TimeUnit.SECONDS))
        .isEqualTo(
            new Spawned(
                "service",
                "shell",
                List.of("/bin/sh", "-c", "exit 0"),
                folder.toString(),
                List.of("COLOUR"),
                group.pid(),
                group.birth()));
    assertThat((Exited) records.poll(10, TimeUnit.SECONDS))
        .returns(group.pid(), Exited::pid)
        .returns(0, Exited::status);
  }

  @Test
  void timeAndMemoryOfABusyProcessAreMeasured() throws Exception {
    ProcessGroup group =
        shell("i=0; while [ $i -lt 300000 ]; do i=$((i+1)); done; sleep 0.3", Map.of());
    group.onExit().get(60, TimeUnit.SECONDS);

    records.poll(10, TimeUnit.SECONDS);
    Exited exited = (Exited) records.poll(10, TimeUnit.SECONDS);
    assertThat(exited.cpuMillis()).isPositive();
    assertThat(exited.peakBytes()).isGreaterThan(100_000);
  }

  @Test
  void stoppingEndsTheWholeGroup() throws Exception {
    ProcessGroup group = shell("sleep 60 & echo $! > child; wait", Map.of());
    long child = pidIn("child");

    group.stop(SOON);

    await(() -> !isRunning(child) && !group.isAlive());
  }

  @Test
  void whoIgnoresTermIsKilledAfterTheGrace() throws Exception {
    ProcessGroup group =
        shell("trap '' TERM; echo $$ > ready; while :; do sleep 0.1; done", Map.of());
    pidIn("ready");

    group.stop(Duration.ofMillis(200));

    assertThat(group.onExit().get(10, TimeUnit.SECONDS)).isEqualTo(137);
  }

  @Test
  void whatALeaderLeavesBehindIsKilled() throws Exception {
    shell("sleep 60 & echo $! > child", Map.of());
    long child = pidIn("child");

    await(() -> !isRunning(child));
  }

  @Test
  void thePortOfAnotherProcessIsNotTheGroups() throws Exception {
    ProcessGroup group = shell("sleep 60", Map.of());
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      assertThat(group.holdsPort(socket.getLocalPort())).isFalse();
      assertThat(ProcFs.holdsPort(ownGroup(), socket.getLocalPort())).isTrue();
    }
  }

  @Test
  void groupsOfADeadOwnerAreEndedAndThoseOfALivingOneAreNot() throws Exception {
    ProcessGroup mine = shell("sleep 60", Map.of());
    ProcessGroup orphan = shell("sleep 61", Map.of());
    Files.writeString(
        state.processes().resolve("" + orphan.pid()),
        orphan.pid() + " " + orphan.birth() + " 1 " + Instant.EPOCH + " service left");

    List<ProcessGroups.Orphan> ended = groups.endOrphans();

    assertThat(ended)
        .extracting(ProcessGroups.Orphan::told)
        .containsExactly("service left (process group " + orphan.pid() + ")");
    assertThat(Birth.of(orphan.pid())).isEmpty();
    assertThat(mine.isAlive()).isTrue();
  }

  @Test
  void whatNobodyNotedIsFoundByItsDeployId() throws Exception {
    ProcessGroup mine = shell("sleep 60", Map.of("NETRA_DEPLOY", "R7-2"));
    ProcessGroup other = shell("sleep 61", Map.of("NETRA_DEPLOY", "R8"));

    List<ProcessGroups.Orphan> ended = groups.endBearers("NETRA_DEPLOY", "R7");

    assertThat(ended).extracting(ProcessGroups.Orphan::pid).containsExactly(mine.pid());
    assertThat(Birth.of(mine.pid())).isEmpty();
    assertThat(other.isAlive()).isTrue();
  }

  @Test
  void anotherProcessOfTheSameNumberIsNotAnOrphan() throws Exception {
    ProcessGroup other = shell("sleep 60", Map.of());
    Files.writeString(
        state.processes().resolve("" + other.pid()),
        other.pid() + " " + Instant.EPOCH + " 1 " + Instant.EPOCH + " service gone");

    assertThat(groups.endOrphans()).isEmpty();
    assertThat(other.isAlive()).isTrue();
  }

  @Test
  void closingEndsWhatIsAliveButNotWhatIsDetached() throws Exception {
    ProcessGroup kept = shell("sleep 60", Map.of());
    ProcessGroup ended = shell("sleep 61", Map.of());
    groups.detach(kept);

    groups.close();

    assertThat(kept.isAlive()).isTrue();
    assertThat(ended.isAlive()).isFalse();
    kept.kill();
  }

  private ProcessGroup shell(String script, Map<String, String> environment) {
    Command command =
        new Command(
            "service",
            "shell",
            List.of("/bin/sh", "-c", script),
            folder,
            environment,
            folder.resolve("out"),
            folder.resolve("err"));
    return groups.spawn(command, records::add);
  }

  private long pidIn(String file) throws IOException {
    Path path = folder.resolve(file);
    await(() -> Files.exists(path) && path.toFile().length() > 0);
    return Long.parseLong(Files.readString(path).trim());
  }

  private static long ownGroup() throws IOException {
    String stat = Files.readString(Path.of("/proc/self/stat"));
    return Long.parseLong(stat.substring(stat.lastIndexOf(')') + 2).split(" ", 4)[2]);
  }

  /** A zombie that nobody reaps is not running. */
  private static boolean isRunning(long pid) {
    return ProcFs.usage(pid).filter(usage -> usage.peakBytes() > 0).isPresent();
  }

  private static void await(BooleanSupplier condition) {
    long deadline = System.nanoTime() + SOON.toNanos();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("deadline").isLessThan(deadline);
      LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
    }
  }
}
