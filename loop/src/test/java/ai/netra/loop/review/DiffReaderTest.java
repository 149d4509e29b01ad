package ai.netra.loop.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.netra.loop.review.FileDiff.Form;
import ai.netra.loop.review.FileDiff.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;

class DiffReaderTest {

  private static final String TWO_HUNKS =
      """
      diff --git a/app/Cart.java b/app/Cart.java
      index 1111111..2222222 100644
      --- a/app/Cart.java
      +++ b/app/Cart.java
      @@ -1,3 +1,4 @@
       one
      +one and a half
       two
       three
      @@ -7,3 +8,2 @@ class Cart
       seven
      -eight
       nine
      """;

  private static final String FOUR_FORMS =
      """
      diff --git a/new.txt b/new.txt
      new file mode 100644
      index 0000000..2222222
      --- /dev/null
      +++ b/new.txt
      @@ -0,0 +1 @@
      +diff --git a/x b/x
      \\ No newline at end of file
      diff --git a/gone.txt b/gone.txt
      deleted file mode 100644
      index 2222222..0000000
      --- a/gone.txt
      +++ /dev/null
      @@ -1 +0,0 @@
      -old
      diff --git a/logo.png b/logo.png
      index 1111111..2222222 100644
      GIT binary patch
      delta 4
      LcmZ

      diff --git a/way out b/way out
      new file mode 120000
      index 0000000..2222222
      --- /dev/null
      +++ b/way out
      @@ -0,0 +1 @@
      +/etc
      """;

  @Test
  void linesAreNumberedAsInTheCandidate() {
    FileDiff file = DiffReader.read(TWO_HUNKS).getFirst();

    assertThat(file.path()).isEqualTo("app/Cart.java");
    assertThat(file.kind()).isEqualTo(Kind.CHANGED);
    assertThat(file.added()).containsExactly(new Line(2, "one and a half"));
    assertThat(file.removed()).containsExactly(new Line(9, "eight"));
  }

  @Test
  void theTextBeforeIsTheCandidatesWithoutTheHunks() {
    String after = "one\none and a half\ntwo\nthree\nfour\nfive\nsix\nseven\nnine\n";

    assertThat(DiffReader.read(TWO_HUNKS).getFirst().before(after))
        .isEqualTo("one\ntwo\nthree\nfour\nfive\nsix\nseven\neight\nnine\n");
  }

  @Test
  void aReturnAloneEndsNoLine() {
    String diff = "diff --git a/x b/x\n@@ -1 +1,2 @@\n one\rhalf\r\n+two\r\n";

    assertThat(DiffReader.read(diff).getFirst().before("one\rhalf\r\ntwo\r\n"))
        .isEqualTo("one\rhalf\n");
  }

  @Test
  void aHunkThatDoesNotFitIsRefused() {
    FileDiff file = DiffReader.read(TWO_HUNKS).getFirst();

    assertThatThrownBy(() -> file.before("something else\n"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("app/Cart.java: the hunk at line 8 does not fit the candidate's text");
  }

  @Test
  void newGoneBinaryAndLinkedFilesAreTold() {

    List<FileDiff> files = DiffReader.read(FOUR_FORMS);

    assertThat(files)
        .extracting(FileDiff::path)
        .containsExactly("new.txt", "gone.txt", "logo.png", "way out");
    assertThat(files)
        .extracting(FileDiff::kind)
        .containsExactly(Kind.ADDED, Kind.REMOVED, Kind.CHANGED, Kind.ADDED);
    assertThat(files)
        .extracting(FileDiff::form)
        .containsExactly(Form.TEXT, Form.TEXT, Form.BINARY, Form.LINK);
    assertThat(files.get(1).before("")).isEqualTo("old\n");
  }

  @Test
  void aQuotedNameIsRead() {
    String diff =
        "diff --git \"a/caf\\303\\251 \\\"x\\\".txt\" \"b/caf\\303\\251 \\\"x\\\".txt\"\nold mode 100644\nnew mode 100755\n";

    assertThat(DiffReader.read(diff)).extracting(FileDiff::path).containsExactly("café \"x\".txt");
  }

  @Test
  void whatIsNoDifferenceIsRefused() {
    assertThatThrownBy(() -> DiffReader.read("hello\n"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'diff --git' must come first");
  }
}
