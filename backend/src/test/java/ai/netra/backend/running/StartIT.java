package ai.netra.backend.running;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a start refuses. */
final class StartIT {

  private static final URI ISSUER = URI.create("http://localhost:1");

  @TempDir Path folder;

  @Test
  void aDatabaseOfAnotherKindIsRefusedWithTheOtherFindingsAndNothingIsMade() throws Exception {
    Path log = folder.resolve("log");
    Map<String, String> wrong =
        Map.of(
            "NETRA_BACKEND_DATABASE_URL", "jdbc:postgresql://ann:hidden@localhost/netra",
            "NETRA_BACKEND_WEB_ORIGINS", "*");

    Process refused = RunningBackend.process(folder, ISSUER, wrong, log);

    assertThat(refused.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(refused.exitValue()).isEqualTo(78);
    assertThat(Files.readString(log))
        .contains("findings: 2", "NETRA_BACKEND_WEB_ORIGINS")
        .contains(
            "NETRA_BACKEND_DATABASE_URL: jdbc:sqlite:FILE in this version;"
                + " found a PostgreSQL address; name a SQLite file")
        .doesNotContain("hidden");
    assertThat(folder.resolve("data")).doesNotExist();
  }
}
