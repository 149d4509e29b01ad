package ai.netra.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PublicationTest {

  private static final String PAGE =
      """
      # bench
      <!-- figures: written by bench/run -->
      old
      <!-- end of figures -->
      more
      """;

  private static final Results RESULTS =
      new Results(
          "bench/run",
          new Machine(Instant.parse("2026-01-05T10:00:00Z"), "A", 2, 1, "L", "J", "0 0 0"),
          "0 0 0",
          List.of(Figure.single("build", "s", 2)));

  @TempDir private Path root;

  @Test
  void aWholeRunReplacesWhatStandsBetweenTheMarks() throws IOException {
    Path page = root.resolve("bench/README.md");
    Files.createDirectories(page.getParent());
    Files.writeString(page, PAGE);

    Path written = new Publication(root).write(RESULTS, true);

    assertThat(Files.readString(page))
        .startsWith("# bench\n<!-- figures: written by bench/run -->\n")
        .contains("| build | s | 1 | 2.00 |")
        .doesNotContain("old")
        .endsWith("\n<!-- end of figures -->\nmore\n");
    assertThat(written).isEqualTo(root.resolve("bench/results/2026-01-05.json"));
  }

  @Test
  void aPartialRunTouchesNoTrackedFile() throws IOException {
    Path written = new Publication(root).write(RESULTS, false);

    assertThat(written).isEqualTo(root.resolve("bench/target/figures.json")).exists();
    assertThat(root.resolve("bench/results")).doesNotExist();
  }

  @Test
  void aPageWithoutMarksIsNotGuessedAt() {
    assertThatThrownBy(() -> Publication.between("# bench\n", "table"))
        .hasMessageContaining("are required");
  }
}
