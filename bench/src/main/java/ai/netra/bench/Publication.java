package ai.netra.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes results where people look for them; no figure there is typed by hand. */
record Publication(Path root) {

  private static final String BEGIN = "<!-- figures: written by bench/run -->";
  private static final String END = "<!-- end of figures -->";

  /** Whole runs go into tracked files, others below {@code target}; the JSON file. */
  Path write(Results results, boolean whole) throws IOException {
    if (!whole) {
      return written(root.resolve("bench/target/figures.json"), results.json());
    }
    Path page = root.resolve("bench/README.md");
    Files.writeString(page, between(Files.readString(page), results.markdown()));
    String day = results.machine().at().toString().substring(0, 10);
    return written(root.resolve("bench/results/" + day + ".json"), results.json());
  }

  private static Path written(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  /** The page with this text between its marks. */
  static String between(String page, String text) {
    int begin = page.indexOf(BEGIN);
    int end = page.indexOf(END);
    if (begin < 0 || end < begin) {
      throw new IllegalStateException(
          "bench/README.md: the lines '" + BEGIN + "' and '" + END + "' are required");
    }
    return page.substring(0, begin + BEGIN.length()) + "\n\n" + text + "\n" + page.substring(end);
  }
}
