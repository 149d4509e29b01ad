package ai.netra.loop.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.netra.loop.project.ProjectReader;
import ai.netra.loop.project.ProjectReader.Reading;
import ai.netra.loop.project.ServiceSpec;
import ai.netra.loop.record.DeployBack.Kept;
import ai.netra.loop.workspace.StateDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptArtifactsTest {

  @TempDir private Path folder;
  private ServiceSpec items;
  private BuildPlace place;
  private KeptArtifacts artifacts;

  @BeforeEach
  void keepABuild() throws IOException {
    Reading reading = new ProjectReader(Map.of(), 1).read(Path.of("src/test/fixture"));
    items = ((Reading.Accepted) reading).project().service("items");
    StateDirectory state = StateDirectory.at(folder.resolve("state"));
    place = BuildPlace.of(items, Objects.requireNonNull(items.build()), "b1", state);
    Files.createDirectories(place.tree().resolve("app"));
    Files.writeString(place.tree().resolve("app/revision"), "b1");
    place.seal();
    artifacts =
        new KeptArtifacts(List.of(new Kept("items", "b1", place.digest(), List.of())), state);
  }

  @Test
  void anArtifactIsTakenAsItWasProved() throws IOException {
    assertThat(artifacts.of(items))
        .isEqualTo(new Artifact("b1", place.digest(), place.tree(), place.tree().resolve("app")));
  }

  @Test
  void oneThatWasChangedIsRefused() throws IOException {
    Files.writeString(place.tree().resolve("app/revision"), "b2");
    assertRefused();
  }

  @Test
  void oneThatWasBuiltAnewToSomethingElseIsRefused() throws IOException {
    Files.writeString(place.tree().resolve("app/revision"), "b2");
    place.seal();
    assertRefused();
  }

  private void assertRefused() {
    assertThatThrownBy(() -> artifacts.of(items))
        .isInstanceOf(DeployFailure.class)
        .hasMessageContaining("the artifact of build b1 is not in the cache any more");
  }
}
