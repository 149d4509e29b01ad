package ai.netra.loop.deploy;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;

/** Copies the data of a running service as they are at one moment: it is paused meanwhile. */
final class DataCopy {

  private DataCopy() {}

  /**
   * Copies into a folder that does not exist yet.
   *
   * @throws DeployFailure when a file cannot be copied
   */
  static void of(Started service, Path target) {
    service.group().pause();
    try {
      copy(service.launch().seat().data(), target);
    } catch (IOException e) {
      throw new DeployFailure(service.name(), "its data cannot be copied: " + e, e);
    } finally {
      service.group().resume();
    }
  }

  private static void copy(Path source, Path target) throws IOException {
    Files.walkFileTree(
        source,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes)
              throws IOException {
            Files.createDirectories(target.resolve(source.relativize(folder)));
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.copy(file, target.resolve(source.relativize(file)));
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
