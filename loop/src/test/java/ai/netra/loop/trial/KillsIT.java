package ai.netra.loop.trial;

import static org.assertj.core.api.Assertions.assertThat;

import ai.netra.loop.Fixture;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * The loop is killed with SIGKILL at random moments of a whole run; each next start goes on with it
 * to a proved end that verifies, with nothing doubled and nothing left running. {@code
 * -Dnetra.kills=30} sets how many moments, {@code -Dnetra.kills.seed} which, {@code
 * -Dnetra.kills.checkout} another checkout than the fixture.
 */
class KillsIT {

  private static final int KILLS = Integer.getInteger("netra.kills", 2);
  private static final long SEED = Long.getLong("netra.kills.seed", 4);
  private static final String CHECKOUT = System.getProperty("netra.kills.checkout", "");

  @TempDir private Path folder;

  @TestFactory
  Stream<DynamicTest> aKilledLoopGoesOn() throws InterruptedException {
    Kills kills = new Kills(checkout(), folder.resolve("state"));
    Duration whole = kills.undisturbed();
    Random random = new Random(SEED);
    return IntStream.rangeClosed(1, KILLS)
        .mapToObj(_ -> Duration.ofMillis(random.nextLong(whole.toMillis())))
        .map(
            it -> DynamicTest.dynamicTest("after " + it.toMillis() + " ms", () -> kill(kills, it)));
  }

  private static void kill(Kills kills, Duration moment) throws InterruptedException {
    Kills.Outcome outcome = kills.killAfter(moment);
    System.out.println(moment.toMillis() + " ms: " + outcome);
    assertThat(outcome.wrong()).isEmpty();
    assertThat(outcome.exit()).isZero();
  }

  private Path checkout() {
    return CHECKOUT.isEmpty()
        ? Fixture.in(folder.resolve("project")).folder()
        : Path.of(CHECKOUT).toAbsolutePath();
  }
}
