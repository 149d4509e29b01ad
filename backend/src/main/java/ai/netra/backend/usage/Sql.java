package ai.netra.backend.usage;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** Text of our own in SQL: paths of blobs. What users wrote is always a parameter. */
final class Sql {

  private Sql() {}

  static String text(String value) {
    return "'" + value.replace("'", "''") + "'";
  }

  static String list(List<Path> paths) {
    return paths.stream()
        .map(path -> text(path.toString()))
        .collect(Collectors.joining(", ", "[", "]"));
  }
}
