package ai.netra.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Starts the bare echo in a process of its own, and finds the port that it printed. */
final class BareEchoStart {

  private static final long PATIENCE_NANOS = 20_000_000_000L;

  private BareEchoStart() {}

  static Child start(Path work) {
    List<String> command =
        List.of(
            Jars.java(), "-cp", System.getProperty("java.class.path"), "ai.netra.bench.BareEcho");
    return Child.start(command, work, Map.of(), work.resolve("echo.log"));
  }

  static String url(Child echo) {
    long start = System.nanoTime();
    while (System.nanoTime() - start < PATIENCE_NANOS) {
      String port = port(echo.log());
      if (!port.isEmpty()) {
        return "ws://localhost:" + port + "/ws";
      }
      Child.pause();
    }
    throw new IllegalStateException("the bare echo printed no port; see " + echo.log());
  }

  private static String port(Path log) {
    try {
      return Files.readString(log)
          .lines()
          .filter(line -> line.matches("\\d+"))
          .findFirst()
          .orElse("");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
