package ai.netra.loop.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The disk of the state directory fills while a run is under way; it needs the right to mount. */
@EnabledIf(
    value = "ai.netra.loop.trial.SmallDisk#isPossible",
    disabledReason = "this machine lets nobody mount a file system")
class FullDiskIT {

  @TempDir private Path folder;
  private Optional<SmallDisk> mounted = Optional.empty();
  private Trial trial;

  @BeforeEach
  void mount() throws InterruptedException {
    mounted = SmallDisk.at(folder.resolve("state"));
    trial = new Trial(folder);
  }

  @AfterEach
  void unmount() throws InterruptedException {
    if (mounted.isPresent()) {
      mounted.get().unmount();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"inventory", "exchange"})
  void aRunOnAFullDiskEndsInOrderAndTheNextIsProved(String last)
      throws IOException, InterruptedException {
    SmallDisk disk = mounted.orElseThrow();
    Process loop = trial.start();
    trial.awaitLine(it -> Trial.kind(it).equals(last));
    disk.fill();
    Trial.Run run = trial.await(loop);

    assertThat(run.exit()).as(run.err()).isEqualTo(13);
    assertThat(run.reason()).isEqualTo("blocked");
    assertThat(run.err()).contains("No space left on device");
    assertThat(trial.orphans()).isEmpty();
    assertThat(trial.netra("verify").status()).as(trial.netra("verify").toString()).isZero();

    disk.empty();
    Trial.Run next = trial.loop();
    assertThat(next.exit()).as(next.err()).isZero();
    assertThat(trial.netra("verify").status()).isZero();
  }
}
