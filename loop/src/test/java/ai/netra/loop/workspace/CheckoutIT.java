package ai.netra.loop.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ai.netra.loop.Fixture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckoutIT {

  @TempDir private Path folder;
  private Fixture fixture;
  private Checkout checkout;

  @BeforeEach
  void openTheFixture() {
    fixture = Fixture.in(folder.resolve("checkout"));
    checkout = Checkout.at(fixture.folder(), StateDirectory.at(folder.resolve("state")));
  }

  @Test
  void theTreeOfACleanCheckoutIsTheOneOfItsCommit() {
    assertThat(checkout.tree())
        .isEqualTo(new Tree(fixture.git("rev-parse", "HEAD^{tree}"), "main", false));
  }

  @Test
  void aNewFileMakesASnapshotThatHoldsIt() {
    fixture.write("service/New.java", "class New {}");

    Tree tree = checkout.tree();

    assertThat(tree.dirty()).isTrue();
    assertThat(checkout.files(tree, new Globs(List.of("service"))))
        .extracting(TreeFile::path)
        .containsExactly("service/Items.java", "service/New.java");
  }

  @Test
  void aChangeOfTheSameLengthInTheSameInstantIsSeen() {
    for (int i = 0; i < 10; i++) {
      fixture.write("service/count", i + "\n");
      fixture.commit("Count " + i);
      Tree before = checkout.tree();
      fixture.write("service/count", (i + 1) % 10 + "\n");

      assertThat(checkout.tree()).isNotEqualTo(before);
    }
  }

  @Test
  void aFolderIsMadeThoseFilesOfATreeAndKeepsWhatABuildMade() throws IOException {
    Path source = folder.resolve("source");
    checkout.sync(checkout.tree(), source);
    Files.createDirectories(source.resolve("target"));
    Files.writeString(source.resolve("target/made"), "by a build");
    fixture.replace("service/Items.java", "Items in memory", "Items in the memory");
    fixture.git("rm", "-q", "-r", "tests");

    checkout.sync(checkout.tree(), source);

    assertThat(source.resolve("service/Items.java"))
        .hasSameTextualContentAs(fixture.folder().resolve("service/Items.java"));
    assertThat(source.resolve("target/made")).hasContent("by a build");
    assertThat(source.resolve("tests")).doesNotExist();
    assertThat(fixture.git("status", "--porcelain", "--untracked-files=no"))
        .contains("M service/Items.java");
  }

  @Test
  void aSnapshotChangesNothingInTheCheckout() {
    fixture.write("service/New.java", "class New {}");
    String before = fixture.git("count-objects", "-v") + fixture.git("status", "--porcelain");

    checkout.tree();

    assertThat(fixture.git("count-objects", "-v") + fixture.git("status", "--porcelain"))
        .isEqualTo(before);
  }

  @Test
  void anExportHoldsTheNamedFilesOnlyAndKeepsTheirRunBits() throws IOException {
    fixture.write("service/run", "#!/bin/sh\n");
    assertThat(fixture.folder().resolve("service/run").toFile().setExecutable(true)).isTrue();
    Path export = folder.resolve("export");

    checkout.export(checkout.files(checkout.tree(), new Globs(List.of("service"))), export);

    try (var files = Files.walk(export)) {
      assertThat(files.filter(Files::isRegularFile).map(export::relativize).map(Path::toString))
          .containsExactlyInAnyOrder("service/Items.java", "service/run");
    }
    assertThat(export.resolve("service/run")).isExecutable();
  }

  @Test
  void aTextOfTheTreeIsFoundAndAnotherIsNot() {
    Tree tree = checkout.tree();

    assertThat(checkout.contains(tree, "generated:32")).isTrue();
    assertThat(checkout.contains(tree, "-generated:3")).isFalse();
  }

  @Test
  void aFolderBelowTheRootIsRefused() {
    Path below = fixture.folder().resolve("service");

    assertThatExceptionOfType(WorkspaceFailure.class)
        .isThrownBy(() -> Checkout.at(below, StateDirectory.at(folder.resolve("other"))))
        .withMessageStartingWith(below + ": must be the root of its repository");
  }
}
