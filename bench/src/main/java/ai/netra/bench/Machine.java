package ai.netra.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The machine the figures were measured on. */
record Machine(
    String processor, int cores, long memoryMiB, String system, String java, String load) {

  static Machine here() {
    return new Machine(
        entry("/proc/cpuinfo", "model name"),
        Runtime.getRuntime().availableProcessors(),
        Long.parseLong(entry("/proc/meminfo", "MemTotal").replaceAll("\\D", "")) / 1024,
        System.getProperty("os.name") + " " + System.getProperty("os.version"),
        System.getProperty("java.vm.version"),
        read("/proc/loadavg").strip());
  }

  String line() {
    return "%s, %d cores, %d MiB, %s, Java %s, load before: %s"
        .formatted(processor, cores, memoryMiB, system, java, load);
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
