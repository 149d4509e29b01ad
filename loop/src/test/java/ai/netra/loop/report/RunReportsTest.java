package ai.netra.loop.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.netra.loop.journal.Reading;
import ai.netra.loop.workspace.WorkspaceFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunReportsTest {

  private static final Reading READING = new Reading(SmallRun.lines(), List.of(), 0);

  @TempDir private Path folder;

  @Test
  void aReportIsWrittenWhole() {
    RunReports.write(folder, READING);
    assertThat(folder.resolve(RunReports.FILE)).content().contains("\"no-progress\"");
    assertThat(folder.resolve(RunReports.FILE + ".new")).doesNotExist();
  }

  @Test
  void aReportThatTheDiskRefusesIsLeftToTheNextStart() throws IOException {
    Files.createDirectory(folder.resolve(RunReports.FILE + ".new"));
    assertThatThrownBy(() -> RunReports.write(folder, READING))
        .isInstanceOf(WorkspaceFailure.class)
        .hasMessageContaining("report.json: cannot be written")
        .hasMessageEndingWith("the next start writes it");
    assertThat(folder.resolve(RunReports.FILE)).doesNotExist();
  }
}
