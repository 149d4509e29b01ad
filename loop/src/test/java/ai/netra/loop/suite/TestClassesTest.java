package ai.netra.loop.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.netra.loop.record.Smells;
import ai.netra.loop.source.TestSources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestClassesTest {

  @TempDir private Path tree;

  @Test
  void theFoldersBesideTheListBelongToIt() throws IOException {
    file("e2e/target/test-classes/shop/CartE2E.class", "");
    file("repository/junit-platform-launcher-6.1.3.jar", "");
    file("e2e/target/classpath", "repository/junit-platform-launcher-6.1.3.jar");

    TestClasses classes = read();

    assertThat(classes.entries())
        .containsExactly(
            tree.resolve("e2e/target/test-classes"),
            tree.resolve("repository/junit-platform-launcher-6.1.3.jar"));
    assertThat(classes.roots()).containsExactly(tree.resolve("e2e/target/test-classes"));
    assertThat(classes.usesAttempt()).isFalse();
  }

  @Test
  void aClassThatNamesAttemptIsSeen() throws IOException {
    file("e2e/target/test-classes/shop/CartE2E.class", "");
    file("e2e/target/test-classes/shop/Client.class", "…ai/netra/probe/Attempt…");
    file("repository/junit-platform-launcher-6.1.3.jar", "");
    file("e2e/target/classpath", "repository/junit-platform-launcher-6.1.3.jar");

    assertThat(read().usesAttempt()).isTrue();
  }

  @Test
  void aMissingLauncherComesFromTheRepositoryOfTheOtherJars() throws IOException {
    file("e2e/target/test-classes/shop/CartE2E.class", "");
    String commons = "m2/junit-platform-commons/6.1.3/junit-platform-commons-6.1.3.jar";
    String launcher = "m2/junit-platform-launcher/6.1.3/junit-platform-launcher-6.1.3.jar";
    file(commons, "");
    file(launcher, "");
    file("e2e/target/classpath", commons);

    assertThat(read().entries()).last().isEqualTo(tree.resolve(launcher));
  }

  @Test
  void withoutALauncherItSaysWhatToAdd() throws IOException {
    file("e2e/target/test-classes/shop/CartE2E.class", "");
    file("e2e/target/classpath", "m2/junit-platform-commons-6.1.3.jar");

    assertThatThrownBy(this::read)
        .isInstanceOf(SuiteFailure.class)
        .hasMessage(
            "suites.e2e.classpath: has no junit-platform-launcher; add it to the suite's"
                + " dependencies");
  }

  @Test
  void aListWithoutAClassOfTheSuiteIsRefused() throws IOException {
    file("other/shop/Client.class", "");
    file("e2e/target/classpath", "other:repository/junit-platform-launcher-6.1.3.jar");

    assertThatThrownBy(this::read)
        .isInstanceOf(SuiteFailure.class)
        .hasMessageContaining("no folder in " + tree.resolve("e2e/target/classpath"));
  }

  private TestClasses read() {
    return TestClasses.read("e2e", tree, "e2e/target/classpath", new OneType("shop.CartE2E"));
  }

  private void file(String path, String content) throws IOException {
    Files.createDirectories(tree.resolve(path).getParent());
    Files.writeString(tree.resolve(path), content);
  }

  /** Sources that declare one type. */
  private record OneType(String type) implements TestSources {

    @Override
    public Place place(String wanted, String method) {
      throw new IllegalArgumentException("nobody asks for a place here: " + wanted);
    }

    @Override
    public List<Smells.Finding> smells(String wanted, String method) {
      return List.of();
    }

    @Override
    public String catalogue() {
      return "rules";
    }

    @Override
    public boolean declares(String wanted) {
      return wanted.equals(type);
    }
  }
}
