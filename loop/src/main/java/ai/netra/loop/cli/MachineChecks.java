package ai.netra.loop.cli;

import ai.netra.loop.project.ProjectReader;
import ai.netra.loop.source.JavaSources;
import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Whether memory, disk and clock serve, and whether the loop's own rules give right answers. */
final class MachineChecks {

  private static final long LEAST_DISK_BYTES = 2L << 30;
  private static final long LEAST_MEMORY_BYTES = 2L << 30;

  /** Further ahead of the clock no file can have been written. */
  private static final Duration AHEAD = Duration.ofMinutes(2);

  private MachineChecks() {}

  static Check memory() {
    OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    long total = system.getTotalMemorySize();
    return new Check("memory", total >= LEAST_MEMORY_BYTES, gibibytes(total) + ", 2 are needed");
  }

  static Check disk(Path state) {
    try {
      long free = Files.getFileStore(state).getUsableSpace();
      String found = gibibytes(free) + " free for " + state + ", 2 are needed";
      return new Check("disk", free >= LEAST_DISK_BYTES, found);
    } catch (IOException e) {
      throw new UncheckedIOException(state + ": its file system cannot be asked", e);
    }
  }

  /** Births, tokens and the journal's order need a clock that does not stand in the past. */
  static Check clock(Clock clock, Path checkout) {
    Path file = checkout.resolve(ProjectReader.FILE);
    try {
      Instant now = clock.instant();
      Instant written = Files.getLastModifiedTime(file).toInstant();
      boolean ok = !written.isAfter(now.plus(AHEAD));
      return new Check(
          "clock",
          ok,
          ok ? now.toString() : now + " is before " + file + " was written, " + written);
    } catch (IOException e) {
      throw new UncheckedIOException(file + ": its time cannot be read", e);
    }
  }

  static Check rules() {
    List<String> wrong = JavaSources.rulesThatAreWrong();
    String found = wrong.isEmpty() ? "each fires on its seed" : "wrong answers: " + wrong;
    return new Check(Doctor.RULES, wrong.isEmpty(), found);
  }

  private static String gibibytes(long bytes) {
    return "%.1f GiB".formatted(bytes / (double) (1L << 30));
  }
}
