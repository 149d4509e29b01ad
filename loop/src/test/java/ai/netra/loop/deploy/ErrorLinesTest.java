package ai.netra.loop.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import ai.netra.loop.deploy.Deployment.Log;
import ai.netra.loop.project.ProjectReader;
import ai.netra.loop.project.ProjectReader.Reading;
import ai.netra.loop.project.ServiceSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ErrorLinesTest {

  @TempDir private Path folder;

  @Test
  void errorsInJsonAndInTextAreTemplatesAndOtherLinesAreNot() throws IOException {
    assertThat(
            read(
                """
                {"level":"INFO","message":"an ERROR was avoided"}
                {"level":"ERROR","message":"run 7 failed"}
                {"level":"error","message":"run 8 failed"}
                2026-01-05 10:00:00 ERROR [main] - cannot write /tmp/x
                Exception in thread "main" java.lang.IllegalStateException
                no errors today
                """))
        .isEqualTo(
            new Log.Read(
                "items",
                List.of(
                    "Exception in thread <*> java.lang.IllegalStateException",
                    "[main] - cannot write <*>",
                    "run <*> failed"),
                false));
  }

  @Test
  void aLevelWorseThanErrorIsCritical() throws IOException {
    assertThat(read("{\"level\":\"FATAL\",\"message\":\"the disk is gone\"}\n"))
        .isEqualTo(new Log.Read("items", List.of("the disk is gone"), true));
  }

  @Test
  void aLogThatIsNotThereIsUnreadable() {
    assertThat(ErrorLines.read(items(), List.of(folder.resolve("none"))))
        .isInstanceOf(Log.Unreadable.class);
  }

  private Log read(String text) throws IOException {
    Path file = Files.writeString(folder.resolve("items.log"), text);
    return ErrorLines.read(items(), List.of(file));
  }

  private static ServiceSpec items() {
    Reading reading = new ProjectReader(Map.of(), 1).read(Path.of("src/test/fixture"));
    return ((Reading.Accepted) reading).project().service("items");
  }
}
