package ai.netra.loop.demo;

import ai.netra.loop.workspace.Git;
import ai.netra.loop.workspace.WorkspaceFailure;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The small project that the demo is played on: a service, its suite, a git repository. */
final class DemoProject {

  private static final List<String> FILES =
      List.of(
          "netra.yaml",
          "service/Items.java",
          "service/Request.java",
          "service/Sockets.java",
          "tests/items/ItemsClient.java",
          "tests/items/ItemsTest.java");

  private final Path folder;
  private final Git git;

  private DemoProject(Path folder) {
    this.folder = folder;
    this.git = Git.in(folder);
  }

  /** Writes the service and its eight honest tests; nothing is committed yet. */
  static DemoProject lay(Place place) {
    DemoProject project = new DemoProject(place.checkout());
    FILES.forEach(file -> project.write(file, resource(file)));
    project.write("junit.classpath", place.junit());
    project.write(".gitignore", "target/\n");
    project.git.run(List.of("init", "-q", "-b", "main"));
    return project.named();
  }

  /** A copy of its repository as it stood at a commit, in a folder that is not there yet. */
  DemoProject copy(Path to, String commit) {
    git.run(List.of("clone", "-q", folder.toString(), to.toString()));
    DemoProject copy = new DemoProject(to).named();
    copy.git.run(List.of("checkout", "-q", commit));
    return copy;
  }

  private DemoProject named() {
    git.run(List.of("config", "user.name", "demo"));
    git.run(List.of("config", "user.email", "demo@localhost"));
    git.run(List.of("config", "commit.gpgsign", "false"));
    git.run(List.of("config", "core.hooksPath", "/dev/null"));
    return this;
  }

  Path folder() {
    return folder;
  }

  /** Adds a file of the demo's own. */
  void add(String file, String resource) {
    write(file, resource(resource));
  }

  void write(String file, String text) {
    Path path = folder.resolve(file);
    try {
      Files.createDirectories(path.getParent());
      Files.writeString(path, text);
    } catch (IOException e) {
      throw new WorkspaceFailure(path + ": cannot be written", e);
    }
  }

  /** Replaces a text, which must be there. */
  void replace(String file, String text, String by) {
    try {
      String content = Files.readString(folder.resolve(file));
      if (!content.contains(text)) {
        throw new IllegalStateException(file + ": must contain the text to replace, " + text);
      }
      write(file, content.replace(text, by));
    } catch (IOException e) {
      throw new WorkspaceFailure(file + ": cannot be read", e);
    }
  }

  /** Commits everything and returns the commit's id. */
  String commit(String subject) {
    git.run(List.of("add", "-A"));
    git.run(List.of("commit", "-q", "-m", subject));
    return git("rev-parse", "HEAD");
  }

  /** What a command of git prints. */
  String git(String... arguments) {
    return git.run(List.of(arguments)).text();
  }

  /** The same with its white space, as a difference needs it. */
  String difference() {
    return git.run(List.of("diff", "--unified=3", "--no-renames")).output();
  }

  static String resource(String name) {
    try (InputStream stream = DemoProject.class.getResourceAsStream(name)) {
      if (stream == null) {
        throw new IllegalStateException(name + ": the program was packaged without it");
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new WorkspaceFailure(name + ": cannot be read from the program", e);
    }
  }
}
