package ai.netra.loop.review;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A tree in a folder. Links are not followed: what they lead to is not the tree's. Folders that
 * tools make are left out.
 */
final class Folder implements Content {

  /** A longer file is data, not text that anybody reads. */
  private static final long LONGEST_BYTES = 1024 * 1024;

  private static final Set<String> MADE = Set.of(".git", "target", "node_modules", "__pycache__");

  private final Path root;
  private final List<String> paths;

  private Folder(Path root, List<String> paths) {
    this.root = root;
    this.paths = paths;
  }

  /**
   * The files below a folder.
   *
   * @throws UncheckedIOException when it cannot be read
   */
  static Folder of(Path root) {
    List<String> paths = new ArrayList<>();
    try {
      Files.walkFileTree(
          root,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes kind) {
              return MADE.contains(String.valueOf(folder.getFileName()))
                  ? FileVisitResult.SKIP_SUBTREE
                  : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes kind) {
              if (kind.isRegularFile()) {
                paths.add(root.relativize(file).toString().replace('\\', '/'));
              }
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException e) {
      throw new UncheckedIOException(root + ": cannot be read", e);
    }
    return new Folder(root, paths.stream().sorted().toList());
  }

  @Override
  public List<String> paths() {
    return paths;
  }

  @Override
  public Optional<String> text(String path) {
    Path file = root.resolve(path).normalize();
    try {
      if (!file.startsWith(root.normalize())
          || !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
          || Files.size(file) > LONGEST_BYTES) {
        return Optional.empty();
      }
      return decoded(Files.readAllBytes(file));
    } catch (IOException e) {
      throw new UncheckedIOException(file + ": cannot be read", e);
    }
  }

  private static Optional<String> decoded(byte[] bytes) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return text.indexOf('\0') < 0 ? Optional.of(text) : Optional.empty();
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }
}
