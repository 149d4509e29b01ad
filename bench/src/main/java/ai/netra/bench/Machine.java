package ai.netra.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** The machine the figures were measured on, and its load before. */
record Machine(
    Instant at,
    String processor,
    int cores,
    long memoryMebibytes,
    String kernel,
    String java,
    String loadBefore) {

  static Machine here(Clock clock) {
    return new Machine(
        clock.instant().truncatedTo(ChronoUnit.SECONDS),
        entry("/proc/cpuinfo", "model name"),
        Runtime.getRuntime().availableProcessors(),
        Long.parseLong(entry("/proc/meminfo", "MemTotal").replaceAll("\\D", "")) / 1024,
        System.getProperty("os.name") + " " + System.getProperty("os.version"),
        System.getProperty("java.vm.name") + " " + System.getProperty("java.vm.version"),
        load());
  }

  /** The load of the last 1, 5 and 15 minutes. */
  static String load() {
    return String.join(" ", List.of(read("/proc/loadavg").split(" ", -1)).subList(0, 3));
  }

  private static String entry(String file, String key) {
    return read(file)
        .lines()
        .filter(line -> line.startsWith(key))
        .map(line -> line.substring(line.indexOf(':') + 1).strip())
        .findFirst()
        .orElse("unknown");
  }

  private static String read(String file) {
    try {
      return Files.readString(Path.of(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
