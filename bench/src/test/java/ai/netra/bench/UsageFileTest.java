package ai.netra.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UsageFileTest {

  @TempDir private Path folder;

  @Test
  void everyRowHasEveryColumnAndTheSameNumberGivesTheSameBytes() throws IOException {
    Path file = UsageFile.write(folder.resolve("one.csv"), 100);

    List<String> lines = Files.readAllLines(file);
    assertThat(lines).hasSize(101).doesNotHaveDuplicates();
    assertThat(lines).allMatch(line -> line.split(",", -1).length == UsageFile.COLUMNS);
    assertThat(UsageFile.write(folder.resolve("two.csv"), 100)).hasSameBinaryContentAs(file);
  }
}
