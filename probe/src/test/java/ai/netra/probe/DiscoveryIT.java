package ai.netra.probe;

import static org.assertj.core.api.Assertions.assertThat;

import ai.netra.probe.seed.EndsSeed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Discovers folders of compiled seeds in a real worker. */
class DiscoveryIT {

  private static final String PREFIX =
      "[engine:junit-jupiter]/[class:" + EndsSeed.class.getName() + "]/";

  @TempDir Path folder;

  @Test
  void findsEachTestOnceWithClaimAndTags() throws IOException {
    copy(EndsSeed.class.getName());

    Map<String, Message> tests = discover();

    assertThat(tests.keySet())
        .containsExactlyInAnyOrder(
            PREFIX + "[method:passes()]",
            PREFIX + "[method:fails()]",
            PREFIX + "[method:throwsAnException()]",
            PREFIX + "[method:assumes()]",
            PREFIX + "[method:isDisabled()]",
            PREFIX + "[test-template:isOddForEach(int)]",
            PREFIX + "[test-factory:makesTwo()]",
            PREFIX + "[test-factory:makesNone()]");
    assertThat(fieldsOf(tests, "[method:passes()]"))
        .containsEntry("claim", "W7 a test that passes")
        .containsEntry("tags", "area:ws\np1")
        .containsEntry("type", EndsSeed.class.getName())
        .containsEntry("method", "passes");
  }

  @Test
  void refusesASuiteOfWhichAClassDoesNotLoad() throws IOException {
    copy(EndsSeed.class.getName());
    Path broken = folder.resolve("ai/netra/probe/seed/BrokenSeed.class");
    Files.write(broken, new byte[] {(byte) 0xCA, (byte) 0xFE, (byte) 0xBA, (byte) 0xBE});

    try (LoopSide worker = LoopSide.start("", List.of(folder))) {
      worker.send("do", "discover", "roots", folder.toString());

      assertThat(worker.receive().get("message"))
          .startsWith("class ai.netra.probe.seed.BrokenSeed of the suite does not load");
    }
  }

  private Map<String, Message> discover() throws IOException {
    Map<String, Message> tests = new HashMap<>();
    try (LoopSide worker = LoopSide.start("", List.of(folder))) {
      worker.send("do", "discover", "roots", folder.toString());
      for (Message m = worker.receive(); m.get("is").equals("test"); m = worker.receive()) {
        tests.put(m.get("id"), m);
      }
    }
    return tests;
  }

  private static Map<String, String> fieldsOf(Map<String, Message> tests, String segment) {
    return Objects.requireNonNull(tests.get(PREFIX + segment)).fields();
  }

  private void copy(String type) throws IOException {
    String file = type.replace('.', '/') + ".class";
    Path target = folder.resolve(file);
    Files.createDirectories(target.getParent());
    Files.copy(Path.of("target", "test-classes").resolve(file), target);
  }
}
