package ai.netra.loop.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestSumsTest {

  @TempDir private Path root;

  @Test
  void theReportsOfAllModulesAreAddedAndSkippedTestsAreNeither() throws IOException {
    report("auth", "A", "tests=\"10\" errors=\"1\" skipped=\"2\" failures=\"3\"");
    report("auth", "B", "tests=\"5\" errors=\"0\" skipped=\"0\" failures=\"0\"");
    report("backend", "C", "tests=\"7\" errors=\"0\" skipped=\"0\" failures=\"1\"");

    assertThat(TestSums.ofReports(root)).isEqualTo(new TestSums(15, 5));
  }

  @Test
  void aProjectWithoutReportsHasNoSums() throws IOException {
    Files.createDirectories(root.resolve("docs"));

    assertThat(TestSums.ofReports(root)).isEqualTo(TestSums.NONE);
  }

  @Test
  void aReportThatWasCutIsNotCounted() throws IOException {
    Path reports = Files.createDirectories(root.resolve("auth/target/surefire-reports"));
    Files.writeString(reports.resolve("TEST-A.xml"), "<testsuite tests=\"1");

    assertThatThrownBy(() -> TestSums.ofReports(root))
        .hasMessageContaining("reports cannot be read");
  }

  @Test
  void aFailureThatNoTestTellsCountsOnce() {
    assertThat(new TestSums(9, 0).failedAtLeastOnce()).isEqualTo(new TestSums(9, 1));
    assertThat(new TestSums(9, 3).failedAtLeastOnce()).isEqualTo(new TestSums(9, 3));
  }

  private void report(String module, String name, String attributes) throws IOException {
    Path reports = Files.createDirectories(root.resolve(module + "/target/surefire-reports"));
    Files.writeString(
        reports.resolve("TEST-" + name + ".xml"),
        "<?xml version=\"1.0\"?><testsuite name=\"x\" " + attributes + "><testcase/></testsuite>");
  }
}
