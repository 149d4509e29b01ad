package ai.netra.loop.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ClosuresTest {

  private static final SourceReader READER =
      new SourceReader(Path.of("src/test/resources/ai/netra/loop/source"), List.of("closures/**"));
  private static final List<SourceFile> FILES = READER.read();

  @Test
  void aTestReachesWhatItNamesAndWhatThatNames() {
    assertThat(reach("closures/a/CartE2E.java"))
        .containsExactly(
            "closures/a/CartE2E.java",
            "closures/a/Fixtures.java",
            "closures/a/Signed.java",
            "closures/b/Client.java",
            "closures/b/Deep.java",
            "closures/b/Waits.java",
            "closures/b/usage.csv");
  }

  @Test
  void aTestThatNamesNothingReachesItself() {
    assertThat(reach("closures/a/OtherE2E.java")).containsExactly("closures/a/OtherE2E.java");
  }

  @Test
  void aClosureChangesWithWhatItReachesAndWithNothingElse() {
    String before = closure(FILES, "a.CartE2E", "adds");

    assertThat(closure(changed("closures/b/Deep.java"), "a.CartE2E", "adds")).isNotEqualTo(before);
    assertThat(closure(changed("closures/a/OtherE2E.java"), "a.CartE2E", "adds")).isEqualTo(before);
  }

  @Test
  void aPlaceIsTheFileAndLineOfTheMethod() {
    TestSources.Place place = sources(FILES).place("a.CartE2E$Nested", "reads");

    assertThat(place.file()).isEqualTo("closures/a/CartE2E.java");
    assertThat(place.line()).isEqualTo(15);
  }

  @Test
  void anInheritedTestStandsWhereItIsDeclared() {
    assertThat(sources(FILES).place("a.CartE2E", "inherited").file())
        .isEqualTo("closures/a/Signed.java");
  }

  @Test
  void aTypeThatNoFileDeclaresIsNamed() {
    assertThatThrownBy(() -> sources(FILES).place("a.Missing", "adds"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("no file of the suite's paths declares a.Missing");
  }

  @Test
  void aFileThatIsNoJavaIsNamed() {
    assertThatThrownBy(
            () ->
                READER.read(
                    "a/Broken.java", "class {".getBytes(java.nio.charset.StandardCharsets.UTF_8)))
        .isInstanceOf(SourceFailure.class)
        .hasMessageStartingWith("a/Broken.java is no Java: ");
  }

  private static Set<String> reach(String path) {
    SourceFile start = FILES.stream().filter(f -> f.path().equals(path)).findFirst().orElseThrow();
    return new Closures(FILES, new TypeIndex(FILES)).reach(start);
  }

  private static String closure(List<SourceFile> files, String type, String method) {
    return sources(files).place(type, method).closure();
  }

  private static JavaSources sources(List<SourceFile> files) {
    return JavaSources.of(files, List.of());
  }

  private static List<SourceFile> changed(String path) {
    List<SourceFile> files = new ArrayList<>(FILES);
    files.replaceAll(
        f -> f.path().equals(path) ? new SourceFile(f.path(), "changed", f.unit()) : f);
    return files;
  }
}
