package ai.netra.loop.deploy;

import static ai.netra.loop.deploy.DeployProject.attested;
import static ai.netra.loop.deploy.DeployProject.closed;
import static org.assertj.core.api.Assertions.assertThat;

import ai.netra.loop.deploy.Deployment.RunningService;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a service is given: declared variables and secrets that hold. */
class ServiceEnvironmentIT {

  private static final String MANIFEST = "netra.yaml";

  @TempDir private Path folder;
  private DeployProject project;

  @BeforeEach
  void open() {
    project = new DeployProject(folder);
  }

  @AfterEach
  void close() {
    project.close();
  }

  @Test
  void aServiceSeesWhatIsDeclaredAndNothingElse() throws Exception {
    project.environment.put("UNDECLARED", "1");
    RunningService service = attested(project.deploy()).services().getFirst();

    String variables = Files.readString(Path.of("/proc/" + service.pid() + "/environ"));
    assertThat(variables.split("\0", -1))
        .extracting(variable -> variable.split("=", -1)[0])
        .isSubsetOf(
            "PATH",
            "HOME",
            "LANG",
            "TMPDIR",
            "PORT",
            "PUBLIC_URL",
            "ITEMS_KEY",
            "NETRA_DEPLOY",
            "");
    assertThat(variables).contains("NETRA_DEPLOY=deploy-1");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          env:ITEMS_SOURCE | is missing
          file:no-such-file | is missing
          command:printf changeme | is a placeholder
          command:printf aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa | is weak: one part repeated
          """)
  void aBadSecretClosesTheGateWithoutItsValue(String source, String problem) {
    project.fixture.replace(MANIFEST, "generated:32", source);

    assertThat(closed(project.deploy()).reason())
        .isEqualTo("secret services.items.secrets.ITEMS_KEY " + problem + ", from " + source);
  }

  @Test
  void aSecretThatStandsInTheRepositoryIsRefused() {
    project.fixture.write("notes.txt", "key: qD3nB7xV0sK9wT2yL5mR8cF1gH4jP6zA\n");
    project.environment.put("ITEMS_SOURCE", "qD3nB7xV0sK9wT2yL5mR8cF1gH4jP6zA");
    project.fixture.replace(MANIFEST, "generated:32", "env:ITEMS_SOURCE");

    assertThat(closed(project.deploy()).reason())
        .isEqualTo(
            "secret services.items.secrets.ITEMS_KEY stands as text in the repository,"
                + " from env:ITEMS_SOURCE");
  }
}
