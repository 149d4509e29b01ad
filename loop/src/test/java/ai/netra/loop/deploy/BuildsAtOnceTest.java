package ai.netra.loop.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.netra.loop.project.ProjectReader;
import ai.netra.loop.project.ProjectReader.Reading;
import ai.netra.loop.project.ServiceSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BuildsAtOnceTest {

  @TempDir private Path folder;
  private List<ServiceSpec> services = List.of();

  @BeforeEach
  void declareThree() throws IOException {
    Files.writeString(folder.resolve("in"), "");
    StringBuilder manifest = new StringBuilder("version: 1\nproject: three\nservices:\n");
    List.of("one", "two", "three").forEach(it -> manifest.append(service(it)));
    manifest.append(
        "suites: { s: { kind: command, paths: [in], uses: { one: ONE }, discover: 'true', run: 'true' } }");
    Files.writeString(folder.resolve("netra.yaml"), manifest);
    Reading reading = new ProjectReader(Map.of(), 1).read(folder);
    assertThat(reading).isInstanceOf(Reading.Accepted.class);
    services = List.copyOf(((Reading.Accepted) reading).project().services().values());
  }

  private static String service(String name) {
    return "  "
        + name
        + ": { build: { command: 'true', inputs: [in] }, artifact: out, start: { command: 'true' },"
        + " ready: { http: / }, ports: { http: free } }\n";
  }

  @Test
  void buildsGoOnSideBySide() {
    Map<String, CompletableFuture<Void>> begun = new LinkedHashMap<>();
    services.forEach(it -> begun.put(it.name(), new CompletableFuture<>()));
    CompletableFuture<Void> all =
        CompletableFuture.allOf(begun.values().toArray(CompletableFuture[]::new))
            .orTimeout(10, TimeUnit.SECONDS);
    Artifacts meeting =
        it -> {
          Objects.requireNonNull(begun.get(it.name())).complete(null);
          all.join();
          return new Artifact(it.name(), "digest", Path.of("root"), Path.of("root/out"));
        };

    Map<ServiceSpec, Artifact> made = new BuildsAtOnce(meeting, 3).of(services);

    assertThat(made.keySet()).containsExactlyElementsOf(services);
    assertThat(made.values()).extracting(Artifact::build).containsExactly("one", "two", "three");
  }

  @Test
  void theFirstFailureInTheOrderOfServicesIsToldWhenAllHaveEnded() {
    AtomicInteger ended = new AtomicInteger();
    Artifacts failing =
        it -> {
          ended.incrementAndGet();
          throw new DeployFailure(it.name(), "no " + it.name());
        };

    assertThatThrownBy(() -> new BuildsAtOnce(failing, 2).of(services))
        .isInstanceOf(DeployFailure.class)
        .hasMessage("no one");
    assertThat(ended).hasValue(3);
  }
}
