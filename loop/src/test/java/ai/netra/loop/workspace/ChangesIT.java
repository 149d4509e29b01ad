package ai.netra.loop.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import ai.netra.loop.Fixture;
import ai.netra.loop.record.Hunk;
import ai.netra.loop.workspace.Changes.Commit;
import java.nio.file.Path;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commits and hunks of a real repository. */
class ChangesIT {

  private static final String FILE = "notes/a file.txt";

  @TempDir private Path folder;
  private Fixture fixture;
  private Changes changes;
  private String base;

  @BeforeEach
  void lay() {
    fixture = Fixture.in(folder.resolve("project"));
    fixture.write(FILE, lines(it -> "line " + it));
    fixture.commit("Write notes");
    changes = Checkout.at(fixture.folder(), StateDirectory.at(folder.resolve("state"))).changes();
    base = changes.head().orElseThrow().tree();
  }

  @Test
  void commitsSinceABaseComeInTheirOrder() {
    fixture.write("b", "1");
    fixture.commit("Add b: \u001f a rare character");
    fixture.write("b", "2");
    fixture.commit("Change b");
    assertThat(changes.since(base).orElseThrow())
        .extracting(Commit::subject)
        .containsExactly("Add b: \u001f a rare character", "Change b");
    assertThat(changes.since("0".repeat(40))).isEmpty();
    assertThat(changes.since(changes.head().orElseThrow().tree()).orElseThrow()).isEmpty();
  }

  @Test
  void oneHunkComesOffAndTheOtherStaysThoughLinesMoved() {
    String tree = twoHunks();
    List<Hunk> hunks = changes.hunks(base, tree);
    assertThat(hunks).extracting(Hunk::file, Hunk::line).hasSize(2);
    fixture.replace(FILE, "line 1\n", "new\nnew\nnew\nline 1\n");
    fixture.commit("Move lines");
    String head = changes.head().orElseThrow().tree();
    String without = changes.without(head, List.of(hunks.get(1))).orElseThrow();
    assertThat(changes.text(without, FILE).orElseThrow())
        .contains("LINE 5\n", "line 30\n", "new\nnew\n");
  }

  @Test
  void allHunksTakenBackGiveTheBaseAndPutOnAgainTheTree() {
    String tree = twoHunks();
    List<Hunk> hunks = changes.hunks(base, tree);
    assertThat(changes.without(tree, hunks)).contains(base);
    assertThat(changes.with(base, hunks)).contains(tree);
    assertThat(changes.files(base, tree)).containsExactly(FILE);
  }

  @Test
  void aFileThatCameOrWentIsOneHunk() {
    fixture.write("c", "only\n");
    fixture.git("rm", "-q", FILE);
    fixture.commit("Replace the notes");
    String tree = changes.head().orElseThrow().tree();
    assertThat(changes.hunks(base, tree)).extracting(Hunk::file).containsExactly("c", FILE);
    assertThat(changes.without(tree, changes.hunks(base, tree))).contains(base);
  }

  @Test
  void whatALaterCommitChangedTooDoesNotComeOff() {
    String tree = twoHunks();
    Hunk first = changes.hunks(base, tree).getFirst();
    fixture.replace(FILE, "LINE 5", "another line 5");
    fixture.commit("Change it again");
    assertThat(changes.without(changes.head().orElseThrow().tree(), List.of(first))).isEmpty();
  }

  @Test
  void chosenFilesAreRestored() {
    fixture.write("c", "1\n");
    String tree = twoHunks();
    String restored = changes.restored(tree, base, FILE::equals);
    assertThat(changes.text(restored, FILE)).isEqualTo(changes.text(base, FILE));
    assertThat(changes.text(restored, "c")).contains("1\n");
  }

  private String twoHunks() {
    fixture.replace(FILE, "line 5\n", "LINE 5\n");
    fixture.replace(FILE, "line 30\n", "LINE 30\n");
    fixture.commit("Raise two lines");
    return changes.head().orElseThrow().tree();
  }

  private static String lines(IntFunction<String> line) {
    return IntStream.range(0, 40).mapToObj(line).collect(Collectors.joining("\n", "", "\n"));
  }
}
