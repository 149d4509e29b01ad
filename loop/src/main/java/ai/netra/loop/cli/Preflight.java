package ai.netra.loop.cli;

import ai.netra.loop.project.Project;
import ai.netra.loop.project.ServiceSpec;
import ai.netra.loop.project.ServiceSpec.BuildSpec;
import ai.netra.loop.project.ServiceSpec.StartSpec;
import ai.netra.loop.project.SuiteSpec;
import ai.netra.loop.workspace.Globs;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is wrong with a project and can be seen without running anything. */
final class Preflight {

  private static final Set<String> BUILT_IN =
      Set.of("cd", "exec", "export", "set", "test", "[", "if", "for", "while", "true", "printf");

  private static final Set<String> SKIPPED = Set.of(".git", "target", "node_modules");

  private final Session session;
  private final Project project;
  private final List<String> problems = new ArrayList<>();

  private Preflight(Session session, Project project) {
    this.session = session;
    this.project = project;
  }

  static Preflight of(Session session, Project project) {
    Preflight preflight = new Preflight(session, project);
    project.services().values().forEach(preflight::checkService);
    project.suites().values().forEach(preflight::checkSuite);
    return preflight;
  }

  List<String> problems() {
    return List.copyOf(problems);
  }

  /**
   * Nothing, when all is well.
   *
   * @throws CommandFailure of {@link ExitCode#USAGE} with every problem
   */
  void requireNoProblem() {
    if (!problems.isEmpty()) {
      throw new CommandFailure(ExitCode.USAGE, String.join("\n", problems));
    }
  }

  private void checkService(ServiceSpec service) {
    BuildSpec build = service.build();
    String path = "services." + service.name();
    if (build != null) {
      checkCommand(path + ".build.command", build.command());
      checkFiles(path + ".build.inputs", build.inputs());
    }
    StartSpec start = service.start();
    if (start != null && !start.command().startsWith(".")) {
      checkCommand(path + ".start.command", start.command());
    }
  }

  private void checkSuite(SuiteSpec suite) {
    String path = "suites." + suite.name();
    checkCommand(path + ".build", suite.build());
    checkCommand(path + ".discover", suite.discover());
    checkCommand(path + ".run", suite.run());
    checkFiles(path + ".paths", suite.paths());
  }

  /** What a reference stands for is not known yet, so such a first word is not looked up. */
  private void checkCommand(String path, @Nullable String command) {
    String program = command == null ? "" : command.strip().split("[\\s;&|]", 2)[0];
    boolean plain = program.matches("[A-Za-z0-9_./\\[-]+");
    if (plain && !BUILT_IN.contains(program) && !exists(program)) {
      problems.add("netra.yaml: " + path + ": no program '" + program + "' is found");
    }
  }

  private boolean exists(String program) {
    if (program.contains("/")) {
      return Files.isExecutable(project.root().resolve(program));
    }
    String path = session.environment().getOrDefault("PATH", "");
    for (String folder : path.split(File.pathSeparator, -1)) {
      if (Files.isExecutable(Path.of(folder, program))) {
        return true;
      }
    }
    return false;
  }

  private void checkFiles(String path, List<String> patterns) {
    for (String pattern : patterns) {
      if (!anyFile(new Globs(List.of(pattern)))) {
        problems.add("netra.yaml: " + path + ": '" + pattern + "' names no file");
      }
    }
  }

  private boolean anyFile(Globs globs) {
    Search search = new Search(project.root(), globs);
    try {
      Files.walkFileTree(project.root(), search);
    } catch (IOException e) {
      throw new UncheckedIOException(project.root() + ": cannot be listed", e);
    }
    return search.found;
  }

  /** Ends at the first file that is named. */
  private static final class Search extends SimpleFileVisitor<Path> {

    private final Path root;
    private final Globs globs;
    private boolean found;

    private Search(Path root, Globs globs) {
      this.root = root;
      this.globs = globs;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
      return SKIPPED.contains(folder.getFileName().toString())
          ? FileVisitResult.SKIP_SUBTREE
          : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      found = globs.matches(root.relativize(file).toString());
      return found ? FileVisitResult.TERMINATE : FileVisitResult.CONTINUE;
    }
  }
}
