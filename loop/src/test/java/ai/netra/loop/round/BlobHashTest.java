package ai.netra.loop.round;

import static org.assertj.core.api.Assertions.assertThat;

import ai.netra.loop.workspace.TreeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BlobHashTest {

  /** What {@code printf hello | git hash-object --stdin} prints. */
  private static final TreeFile HELLO =
      new TreeFile("100644", "b6fc4c620b67d95f953a5c1c1230aaab5db5a1b0", "hello.txt");

  @TempDir private Path folder;

  @Test
  void theContentThatGitKnowsIsRecognised() throws IOException {
    assertThat(BlobHash.isOf(Files.writeString(folder.resolve("hello.txt"), "hello"), HELLO))
        .isTrue();
  }

  @Test
  void anyOtherContentIsNot() throws IOException {
    assertThat(BlobHash.isOf(Files.writeString(folder.resolve("hello.txt"), "hello!"), HELLO))
        .isFalse();
  }

  @Test
  void aMissingFileIsNot() {
    assertThat(BlobHash.isOf(folder.resolve("hello.txt"), HELLO)).isFalse();
  }

  @Test
  void aLinkIsWhatItPointsTo() throws IOException {
    Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("hello"));
    assertThat(BlobHash.isOf(link, HELLO)).isTrue();
  }
}
