package ai.netra.loop.review;

import static org.assertj.core.api.Assertions.assertThat;

import ai.netra.loop.project.Project.Mirror;
import ai.netra.loop.record.AuditScore.Finding;
import ai.netra.loop.review.Review.Audited;
import ai.netra.loop.review.Review.Cause;
import ai.netra.loop.review.Review.Change;
import ai.netra.loop.review.Review.Policy;
import ai.netra.loop.review.Review.Terms;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No cheat is approved, and every honest repair is: by the text of the repair alone. */
class RepairsTest {

  @TempDir private Path folder;

  static Stream<Repair> cheats() {
    return Cheats.all();
  }

  static Stream<Repair> honest() {
    return HonestRepairs.all();
  }

  @ParameterizedTest
  @MethodSource("cheats")
  void aCheatIsRefused(Repair repair) throws Exception {
    assertThat(audited(repair)).extracting(Audited::approved).isEqualTo(false);
  }

  @ParameterizedTest
  @MethodSource("honest")
  void anHonestRepairIsApproved(Repair repair) throws Exception {
    Audited audited = audited(repair);

    assertThat(audited.findings()).filteredOn(Finding::fatal).isEmpty();
    assertThat(audited.approved()).isTrue();
  }

  @Test
  void thereAreEnoughOfBoth() {
    assertThat(Cheats.all()).hasSizeGreaterThanOrEqualTo(20);
    assertThat(HonestRepairs.all()).hasSizeGreaterThanOrEqualTo(10);
  }

  private Audited audited(Repair repair) throws Exception {
    Map<String, String> files = shop();
    write(folder.resolve("base"), files);
    repair.fault().forEach(edit -> edit.apply(files));
    Path work = folder.resolve("candidate");
    write(work, files);
    git(work, "init", "-q");
    git(work, "add", "-A");
    String broken = git(work, "write-tree").strip();
    repair.mend().forEach(edit -> edit.apply(files));
    clear(work);
    write(work, files);
    git(work, "add", "-A");
    String mended = git(work, "write-tree").strip();
    String diff =
        git(
            work,
            "diff-tree",
            "-r",
            "-p",
            "--full-index",
            "--binary",
            "--no-renames",
            "-U3",
            broken,
            mended);
    return Review.staticPart(new Change(folder.resolve("base"), work, diff, terms(repair)));
  }

  private static Terms terms(Repair repair) {
    Policy policy =
        new Policy(
            List.of("app/**", "e2e/**", "pom.xml"),
            List.of("app/locked/**"),
            80,
            List.of(new Mirror("app/a.yaml", "app/b.yaml")));
    Set<String> cause = Set.of(repair.fault().getFirst().path());
    return new Terms(
        List.of("e2e/**"),
        List.of("e2e/support/**"),
        List.of(),
        policy,
        new Cause(cause, Set.of()),
        repair.message());
  }

  /** The proved shop; resources have no folder that begins with a dot. */
  private static Map<String, String> shop() throws IOException, URISyntaxException {
    Path root = Path.of(Objects.requireNonNull(RepairsTest.class.getResource("shop")).toURI());
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> paths = Files.walk(root)) {
      for (Path path : paths.filter(Files::isRegularFile).toList()) {
        String name = root.relativize(path).toString().replace("dotgithub", ".github");
        files.put(name, Files.readString(path));
      }
    }
    return files;
  }

  private static void write(Path root, Map<String, String> files) throws IOException {
    for (Map.Entry<String, String> file : files.entrySet()) {
      Path path = root.resolve(file.getKey());
      Files.createDirectories(Objects.requireNonNull(path.getParent()));
      Files.writeString(path, file.getValue());
    }
  }

  private static void clear(Path root) throws IOException {
    try (Stream<Path> paths = Files.walk(root)) {
      for (Path path : paths.filter(Files::isRegularFile).toList()) {
        if (!root.relativize(path).startsWith(".git")) {
          Files.delete(path);
        }
      }
    }
  }

  private static String git(Path folder, String... arguments)
      throws IOException, InterruptedException {
    List<String> argv = new ArrayList<>(List.of("git"));
    argv.addAll(List.of(arguments));
    Process process =
        new ProcessBuilder(argv).directory(folder.toFile()).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
    return output;
  }
}
