package ai.netra.loop.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ai.netra.loop.Fixture;
import ai.netra.loop.Netra;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The same checks answer {@code netra doctor} and stand before every loop. */
class DoctorIT {

  private static final String MANIFEST = "netra.yaml";

  @TempDir private Path folder;
  private Fixture fixture;
  private Netra netra;

  @BeforeEach
  void layTheFixtureDown() {
    fixture = Fixture.in(folder.resolve("checkout"));
    netra = Netra.in(fixture.folder(), folder.resolve("state"));
  }

  @Test
  void doctorFindsEverythingHere() {
    Netra.Ended doctor = netra.run("doctor", "--json");

    JsonNode checks = Json.mapper().readTree(doctor.out());
    assertThat(checks.valueStream().map(check -> check.path("name").stringValue()))
        .containsExactly(
            "jdk",
            "node",
            "git",
            "setsid",
            "memory",
            "disk",
            "clock",
            "rules",
            "secrets",
            "netra.yaml");
    assertThat(checks.valueStream().filter(check -> !check.path("ok").booleanValue())).isEmpty();
    assertThat(doctor.status()).isZero();
  }

  @Test
  void doctorNamesASecretWithoutASource() {
    fixture.replace(MANIFEST, "generated:32", "env:NOWHERE_SET");

    assertThat(netra.run("doctor"))
        .returns(13, Netra.Ended::status)
        .extracting(Netra.Ended::out)
        .asString()
        .contains("MISS secrets    missing: items.ITEMS_KEY from env:NOWHERE_SET");
  }

  @Test
  void aLoopThatTheDoctorRefusesTouchesNothing() throws IOException {
    fixture.replace(MANIFEST, "generated:32", "env:NOWHERE_SET");
    Files.setLastModifiedTime(
        fixture.folder().resolve(MANIFEST), FileTime.from(Instant.now().plusSeconds(3600)));

    Netra.Ended loop = netra.run("loop", "--json");

    assertThat(loop.status()).isEqualTo(13);
    assertThat(loop.err())
        .contains("clock: ", "is before", "secrets: missing: items.ITEMS_KEY from env:NOWHERE_SET");
    assertThat(loop.out()).contains("\"verdict\":\"stopped\",\"reason\":\"blocked\"");
    assertThat(folder.resolve("state/runs")).doesNotExist();
  }
}
