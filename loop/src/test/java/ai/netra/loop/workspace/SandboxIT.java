package ai.netra.loop.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SandboxIT {

  @TempDir private Path folder;

  @Test
  void aMachineWithNamespacesHasOne() {
    assertThat(new Sandbox(folder).problem()).isEmpty();
  }

  @Test
  void whereItsRootCannotBeLaidThereIsNone() {
    assertThat(new Sandbox(folder.resolve("nowhere")).problem())
        .contains("the system lets nobody make namespaces of users");
  }
}
