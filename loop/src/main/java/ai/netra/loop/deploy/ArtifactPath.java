package ai.netra.loop.deploy;

import ai.netra.loop.project.ServiceSpec;
import ai.netra.loop.workspace.Globs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds what a build made: a path, or a glob that names one file. */
final class ArtifactPath {

  private ArtifactPath() {}

  /**
   * The artifact.
   *
   * @throws DeployFailure when there is none
   */
  static Path in(Path tree, ServiceSpec service) throws IOException {
    return find(tree, service)
        .orElseThrow(
            () ->
                new DeployFailure(
                    service.name(),
                    "its build made no artifact '" + service.artifact() + "', or more than one"));
  }

  static Optional<Path> find(Path tree, ServiceSpec service) throws IOException {
    Path plain = tree.resolve(service.artifact()).normalize();
    if (!plain.startsWith(tree)) {
      throw new DeployFailure(
          service.name(), "services." + service.name() + ".artifact: leaves the tree");
    }
    if (Files.exists(plain)) {
      return Optional.of(plain);
    }
    Globs glob = new Globs(List.of(service.artifact()));
    try (Stream<Path> files = Files.walk(tree)) {
      List<Path> found =
          files
              .filter(Files::isRegularFile)
              .filter(file -> glob.matches(tree.relativize(file).toString()))
              .toList();
      return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }
  }
}
