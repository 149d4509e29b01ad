package ai.netra.auth.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class MadeOnceTest {

  @TempDir Path folder;

  @Test
  void aSecretIsMadeOnceAndOnlyItsUserReadsIt() throws Exception {
    Path data = folder.resolve("data");

    Secret first = new MadeOnce(data, Ids.secure()).secret("key");
    Secret second = new MadeOnce(data, Ids.secure()).secret("key");

    assertThat(second.text()).isEqualTo(first.text()).hasSize(43);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("key"))))
        .isEqualTo("rw-------");
    assertThat(first.toString()).doesNotContain(first.text());
    try (var files = Files.list(data)) {
      assertThat(files).hasSize(1);
    }
  }
}
