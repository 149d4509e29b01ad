package ai.netra.tidy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The root is clean, scripts can be run, modules explain themselves. */
class TreeTest {

  private static final String FIGURES = "(?s)<!-- figures: .*<!-- end of figures -->";

  @Test
  void theRootHoldsWhatANewcomerExpects() {
    TreeSet<String> entries = new TreeSet<>();
    Repository.files().forEach(file -> entries.add(file.split("/", 2)[0]));

    assertThat(entries)
        .isSubsetOf(
            ".ci",
            ".gitignore",
            ".mvn",
            "CONTRIBUTING.md",
            "LICENSE",
            "README.md",
            "STYLE.md",
            "auth",
            "backend",
            "bench",
            "contract",
            "docs",
            "e2e",
            "faults",
            "loop",
            "mvnw",
            "netra",
            "netra.yaml",
            "pom.xml",
            "probe",
            "tidy");
  }

  @ParameterizedTest
  @ValueSource(strings = {"netra", "mvnw", ".ci/run"})
  void scriptsCanBeRun(String script) {
    assertThat(Repository.git("ls-files", "--stage", script))
        .singleElement()
        .asString()
        .startsWith("100755");
  }

  @ParameterizedTest
  @ValueSource(strings = {"contract", "probe", "loop", "auth", "backend", "e2e", "bench", "tidy"})
  void eachModuleExplainsItselfOnAPage(String module) {
    String page = Repository.read(module + "/README.md");
    // what a command wrote is no prose
    List<String> lines = page.replaceAll(FIGURES, "").lines().toList();

    assertThat(lines).hasSizeBetween(8, 60);
    assertThat(String.join("\n", lines)).contains("May depend on").contains("Must not");
  }

  @Test
  void theParentPomStaysBelow400Lines() {
    assertThat(Repository.read("pom.xml").lines()).hasSizeLessThan(400);
  }
}
