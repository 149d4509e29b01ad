package ai.netra.backend.edge;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The files of the page, read once.
 *
 * @param parts scripts, style and icon by name
 */
record PageFiles(String page, Map<String, String> parts) {

  private static final String FOLDER = "/ai/netra/backend/page/";
  private static final List<String> PARTS =
      List.of(
          "page.css",
          "icon.svg",
          "app.js",
          "bars.js",
          "element.js",
          "facts.js",
          "markdown.js",
          "runs.js",
          "sign-in.js",
          "stream.js",
          "upload.js");

  PageFiles {
    parts = Map.copyOf(parts);
  }

  static PageFiles read() {
    return new PageFiles(
        read("index.html"),
        PARTS.stream().collect(Collectors.toMap(Function.identity(), PageFiles::read)));
  }

  private static String read(String name) {
    try (InputStream in = PageFiles.class.getResourceAsStream(FOLDER + name)) {
      if (in == null) {
        throw new IllegalStateException(FOLDER + name + ": missing from the artifact");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(FOLDER + name, e);
    }
  }
}
