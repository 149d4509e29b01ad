package ai.netra.loop.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.netra.loop.review.Review.Audited;
import ai.netra.loop.review.Review.Cause;
import ai.netra.loop.review.Review.Change;
import ai.netra.loop.review.Review.Policy;
import ai.netra.loop.review.Review.Terms;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same input gives the same score, by the same version of the rules. */
class AuditRepeatTest {

  private static final Terms TERMS =
      new Terms(
          List.of("e2e/**"),
          List.of(),
          List.of(),
          new Policy(List.of("**"), List.of(), 80, List.of()),
          Cause.UNKNOWN,
          "");

  private static final String DIFF =
      """
      diff --git a/app/Cart.java b/app/Cart.java
      --- a/app/Cart.java
      +++ b/app/Cart.java
      @@ -1,3 +1,4 @@
       class Cart {
         int total;
      +  // total = store.total();
       }
      """;

  @TempDir private Path folder;

  @Test
  void twoAuditsOfOneChangeAreEqual() throws IOException {
    Change change = change("class Cart {\n  int total;\n  // total = store.total();\n}\n");

    Audited first = Review.staticPart(change);

    assertThat(Review.staticPart(change)).isEqualTo(first);
    assertThat(first.rules()).isEqualTo(Rules.VERSION);
    assertThat(first.score()).isEqualTo(95);
    assertThat(first.findings())
        .extracting(it -> it.rule() + " " + it.place())
        .containsExactly("V15 app/Cart.java:3");
  }

  @Test
  void whatWasNotAskedIsNamed() throws IOException {
    Audited audited =
        Review.staticPart(change("class Cart {\n  int total;\n  // total = store.total();\n}\n"));

    assertThat(audited.notAsked())
        .anyMatch(it -> it.startsWith("V09: "))
        .anyMatch(it -> it.startsWith("V08: "));
  }

  @Test
  void aDifferenceThatDoesNotLeadToTheCandidateIsRefused() throws IOException {
    Change change = change("class Cart {}\n");

    assertThatThrownBy(() -> Review.staticPart(change))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("app/Cart.java: the hunk at line 1 does not fit");
  }

  @Test
  void aFileThatNobodyCanReadIsJudgedAsABinaryOne() throws IOException {
    Change change = change("class Cart {}\n");
    byte[] latin = {'/', '/', ' ', (byte) 0xe9, '\n'};
    Files.write(folder.resolve("candidate/app/Cart.java"), latin);

    assertThat(Review.staticPart(change).findings())
        .extracting(it -> it.rule() + " " + it.deduction())
        .containsExactly("V19 10");
  }

  private Change change(String candidate) throws IOException {
    write("base", "class Cart {\n  int total;\n}\n");
    write("candidate", candidate);
    return new Change(folder.resolve("base"), folder.resolve("candidate"), DIFF, TERMS);
  }

  private void write(String tree, String text) throws IOException {
    Path file = folder.resolve(tree).resolve("app/Cart.java");
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
