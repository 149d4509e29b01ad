package ai.netra.loop.cli;

import ai.netra.loop.project.Finding;
import ai.netra.loop.project.Project;
import ai.netra.loop.project.ProjectReader;
import ai.netra.loop.project.ProjectReader.Reading;
import ai.netra.loop.project.TargetSpec;
import ai.netra.loop.workspace.Checkout;
import ai.netra.loop.workspace.StateDirectory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;

/** Finds the project that a command is about, and the folder that keeps its state. */
final class ProjectFiles {

  private final Session session;
  private final Options options;

  ProjectFiles(Session session, Options options) {
    this.session = session;
    this.options = options;
  }

  /**
   * The project of the working directory or of the nearest folder above it that has one.
   *
   * @throws CommandFailure of {@link ExitCode#USAGE} with every finding
   */
  Project project() {
    Path root = root();
    ProjectReader reader =
        new ProjectReader(session.environment(), Runtime.getRuntime().availableProcessors());
    return switch (reader.read(root)) {
      case Reading.Accepted accepted -> accepted.project();
      case Reading.Refused refused ->
          throw new CommandFailure(
              ExitCode.USAGE,
              ProjectReader.FILE
                  + " is refused\n"
                  + refused.findings().stream()
                      .map(Finding::toString)
                      .collect(Collectors.joining("\n")));
    };
  }

  private Path root() {
    for (Path place = session.folder(); place != null; place = place.getParent()) {
      if (Files.isRegularFile(place.resolve(ProjectReader.FILE))) {
        return place;
      }
    }
    throw new CommandFailure(
        ExitCode.USAGE,
        "no " + ProjectReader.FILE + " in " + session.folder() + " or a folder above it");
  }

  /**
   * The target of a name.
   *
   * @throws CommandFailure of {@link ExitCode#USAGE} when the project declares none
   */
  TargetSpec target(Project project, String name) {
    if (!project.targets().containsKey(name)) {
      throw new CommandFailure(
          ExitCode.USAGE,
          "--target: one of " + project.targets().keySet() + " is required, got '" + name + "'");
    }
    return project.target(name);
  }

  /**
   * The checkout of the project, with the state directory that goes with it.
   *
   * @throws ai.netra.loop.workspace.WorkspaceFailure when its folder is no git work tree
   */
  Checkout checkout(Project project) {
    return Checkout.at(project.root(), state(project));
  }

  /** The state directory of the project: {@code --state}, else the user's. */
  StateDirectory state(Project project) {
    Path chosen = options.state;
    return chosen != null
        ? StateDirectory.at(session.folder().resolve(chosen))
        : StateDirectory.of(project.root(), project.name(), session.environment());
  }
}
