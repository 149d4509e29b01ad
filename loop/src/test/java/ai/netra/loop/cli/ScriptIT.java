package ai.netra.loop.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script {@code netra} in a checkout of its own, with a JDK and a Maven that only say so. */
class ScriptIT {

  private static final Path REPOSITORY = Path.of("..").toAbsolutePath().normalize();

  private static final List<String> TOOLS =
      List.of(
          "cat",
          "dirname",
          "find",
          "flock",
          "head",
          "mkdir",
          "mv",
          "readlink",
          "rm",
          "sed",
          "touch");

  @TempDir private Path folder;

  @BeforeEach
  void layTheCheckoutDown() throws IOException {
    linkTools();
    copy("netra");
    copy(".mvn/jdk.sh");
    // only what a test lays down counts as a usual folder
    Path finder = folder.resolve(".mvn/jdk.sh");
    Files.writeString(
        finder,
        Files.readString(finder)
            .replaceAll("(?m)(/usr/lib/jvm|/usr/java|/opt/java|/opt|/Library)/", folder + "$1/"));
    for (String module : List.of("loop", "probe")) {
      Files.createDirectories(folder.resolve(module).resolve("src/main"));
      Files.writeString(folder.resolve(module).resolve("pom.xml"), "<project/>");
    }
    Files.writeString(folder.resolve("pom.xml"), "<project/>");
    script(
        "mvnw",
        "echo \"maven $*\"; mkdir -p \"$(dirname \"$0\")/loop/target/app\";"
            + " touch \"$(dirname \"$0\")/loop/target/app/netra.jar\"");
  }

  @Test
  void withoutAJdkItSaysInOneLineWhatToInstall() throws Exception {
    Ended ended = netra("--help");

    assertThat(ended.err())
        .hasLineCount(1)
        .contains("no JDK 25 or newer found")
        .contains("install one");
    assertThat(ended.status()).isEqualTo(13);
  }

  @Test
  void anOldJdkIsNotEnoughAndANewOneIsFoundBesideIt() throws Exception {
    jdk("17.0.2");
    assertThat(netra("--help").status()).isEqualTo(13);

    jdk("26");
    assertThat(netra("--help").out()).contains("java 26 ");
  }

  @Test
  void itBuildsWhenSourcesAreNewAndNeverElse() throws Exception {
    jdk("25.0.3");
    assertThat(netra("status").err()).contains("building the command line").contains("maven");
    assertThat(netra("status").err()).isEmpty();

    Path source = Files.writeString(folder.resolve("loop/src/main/New.java"), "class New {}");
    Files.setLastModifiedTime(source, FileTime.from(Instant.now().plusSeconds(2)));

    assertThat(netra("status").err()).contains("building the command line");
  }

  @Test
  void aBuildThatFailsIsNotTakenForDone() throws Exception {
    jdk("25.0.3");
    script("mvnw", "echo 'no such symbol'; exit 1");

    assertThat(netra("status"))
        .returns(13, Ended::status)
        .extracting(Ended::err)
        .asString()
        .contains("no such symbol")
        .contains("the build of the command line failed");
    assertThat(netra("status").status()).isEqualTo(13);
  }

  @Test
  void argumentsReachTheCommandLineAsTheyAre() throws Exception {
    jdk("25.0.3");
    netra("status");

    assertThat(netra("why", "a test", "--json").out()).endsWith("netra.jar why a test --json\n");
  }

  /** A machine whose PATH has no JDK, whatever this one's has. */
  private void linkTools() throws IOException {
    Path tools = Files.createDirectories(folder.resolve("tools"));
    for (String tool : TOOLS) {
      Path place = Path.of("/usr/bin", tool);
      Files.createSymbolicLink(
          tools.resolve(tool), Files.exists(place) ? place : Path.of("/bin", tool));
    }
  }

  private record Ended(int status, String out, String err) {}

  private Ended netra(String... arguments) throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder("./netra").directory(folder.toFile());
    builder.command().addAll(List.of(arguments));
    builder.environment().clear();
    builder.environment().put("PATH", folder.resolve("tools").toString());
    builder.environment().put("HOME", folder.toString());
    builder.redirectOutput(folder.resolve("out").toFile());
    builder.redirectError(folder.resolve("err").toFile());
    Process process = builder.start();
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).as("netra ends").isTrue();
    return new Ended(
        process.exitValue(),
        Files.readString(folder.resolve("out")),
        Files.readString(folder.resolve("err")));
  }

  private void jdk(String version) throws IOException {
    Path home = Path.of(folder + "/usr/lib/jvm/jdk-" + version);
    Files.createDirectories(home.resolve("bin"));
    Files.writeString(home.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
    script(folder.relativize(home).resolve("bin/javac").toString(), "exit 0");
    script(
        folder.relativize(home).resolve("bin/java").toString(), "echo \"java " + version + " $*\"");
  }

  private void script(String path, String line) throws IOException {
    Path file = folder.resolve(path);
    Files.writeString(file, "#!/bin/sh\n" + line + "\n", StandardCharsets.UTF_8);
    assertThat(file.toFile().setExecutable(true)).isTrue();
  }

  private void copy(String file) throws IOException {
    Path copy = folder.resolve(file);
    Files.createDirectories(copy.getParent());
    Files.copy(REPOSITORY.resolve(file), copy);
    assertThat(copy.toFile().setExecutable(true)).isTrue();
  }
}
