package ai.netra.loop.source;

import ai.netra.loop.workspace.Hashes;
import com.github.javaparser.JavaParser;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What smells depend on besides the sources of a test: the classes of this room, the parser, and
 * the checks that the suite declares. Hashed from what runs, so that no changed rule is forgotten.
 */
final class Catalogue {

  private static final String ROOM = Catalogue.class.getPackageName().replace('.', '/');

  private Catalogue() {}

  /**
   * SHA-256 in hex.
   *
   * @throws SourceFailure when the loop's own classes cannot be read
   */
  static String of(List<String> assertions) {
    List<String> listing = new ArrayList<>(rules());
    listing.add(String.valueOf(place(JavaParser.class).getFileName()));
    listing.addAll(assertions);
    return Hashes.sha256(String.join("\n", listing).getBytes(StandardCharsets.UTF_8));
  }

  private static List<String> rules() {
    Path place = place(Catalogue.class);
    try {
      if (Files.isDirectory(place)) {
        return hashes(place.resolve(ROOM));
      }
      try (FileSystem jar = FileSystems.newFileSystem(place)) {
        return hashes(jar.getPath(ROOM));
      }
    } catch (IOException e) {
      throw new SourceFailure("the rules in " + place + " cannot be read", e);
    }
  }

  private static List<String> hashes(Path room) throws IOException {
    List<String> hashes = new ArrayList<>();
    try (Stream<Path> classes = Files.list(room)) {
      for (Path file : classes.sorted().toList()) {
        hashes.add(file.getFileName() + " " + Hashes.sha256(Files.readAllBytes(file)));
      }
    }
    return hashes;
  }

  private static Path place(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new SourceFailure("the classes of " + type.getName() + " have no place", e);
    }
  }
}
