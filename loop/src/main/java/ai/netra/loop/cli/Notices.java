package ai.netra.loop.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;

/** What a service wants a person to know: the member {@code notice} of its log lines. */
final class Notices {

  private Notices() {}

  static List<String> in(Path log) {
    List<String> notices = new ArrayList<>();
    try {
      for (String line : Files.readAllLines(log)) {
        notice(line).ifPresent(notices::add);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(log + ": cannot be read", e);
    }
    return notices;
  }

  private static Optional<String> notice(String line) {
    if (!line.contains("\"notice\"")) {
      return Optional.empty();
    }
    try {
      return Json.mapper().readTree(line).path("notice").stringValueOpt();
    } catch (JacksonException e) {
      return Optional.empty(); // no JSON line: a service may write what it likes
    }
  }
}
