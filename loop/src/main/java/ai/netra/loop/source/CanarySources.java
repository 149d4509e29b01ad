package ai.netra.loop.source;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/** The sources of the canaries, which the probe's jar carries. */
final class CanarySources {

  private static final String FOLDER = "META-INF/netra/sources/";

  private CanarySources() {}

  static List<SourceFile> read(Path probe, SourceReader reader) {
    List<SourceFile> files = new ArrayList<>();
    try (JarFile jar = new JarFile(probe.toFile())) {
      for (JarEntry entry : jar.stream().filter(e -> e.getName().startsWith(FOLDER)).toList()) {
        if (entry.getName().endsWith(".java")) {
          String path = "probe:" + entry.getName().substring(FOLDER.length());
          files.add(reader.read(path, jar.getInputStream(entry).readAllBytes()));
        }
      }
    } catch (IOException e) {
      throw new SourceFailure("the probe's jar cannot be read: " + probe, e);
    }
    return files;
  }
}
