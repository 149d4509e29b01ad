package ai.netra.loop.workspace;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What Linux tells of processes under {@code /proc}. Processes end while one reads: absent then.
 */
final class ProcFs {

  /**
   * Linux reports times to user space in hundredths of a second, whatever the kernel's own tick.
   */
  private static final long MILLIS_PER_TICK = 10;

  /** The states of a zombie and of what is just leaving. */
  private static final Set<String> ENDED = Set.of("Z", "X", "x");

  private static final String LISTENING = "0A";
  private static final Path ROOT = Path.of("/proc");

  private ProcFs() {}

  static boolean isAvailable() {
    return Files.isReadable(ROOT.resolve("self/stat"));
  }

  /** CPU time of a process and of its children that ended, and its peak memory. */
  record Usage(long cpuMillis, long peakBytes) {}

  static Optional<Usage> usage(long pid) {
    String[] stat = stat(Long.toString(pid));
    List<String> status = lines(ROOT.resolve(pid + "/status"));
    if (stat == null) {
      return Optional.empty();
    }
    long ticks = 0;
    for (int field = 11; field <= 14; field++) {
      ticks += Long.parseLong(stat[field]);
    }
    return Optional.of(new Usage(ticks * MILLIS_PER_TICK, peak(status)));
  }

  private static long peak(List<String> status) {
    return status.stream()
        .filter(line -> line.startsWith("VmHWM:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) * 1024)
        .findFirst()
        .orElse(0);
  }

  /** Whether a process has ended and only its number is still kept: it waits to be reaped. */
  static boolean hasEnded(long pid) {
    String[] stat = stat(Long.toString(pid));
    return stat == null || hasEnded(stat);
  }

  private static boolean hasEnded(String[] stat) {
    return ENDED.contains(stat[0]);
  }

  /** The living members of a process group; what only waits to be reaped is dead. */
  static List<Long> group(long groupId) {
    List<Long> members = new ArrayList<>();
    try (DirectoryStream<Path> processes = Files.newDirectoryStream(ROOT, "[0-9]*")) {
      for (Path process : processes) {
        String pid = process.getFileName().toString();
        String[] stat = stat(pid);
        if (stat != null && !hasEnded(stat) && Long.parseLong(stat[2]) == groupId) {
          members.add(Long.parseLong(pid));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("/proc: cannot be listed", e);
    }
    return members;
  }

  /** The groups of living processes whose environment holds an entry that begins so. */
  static Set<Long> bearers(String entry) {
    Set<Long> groups = new HashSet<>();
    if (!isAvailable()) {
      return groups;
    }
    try (DirectoryStream<Path> processes = Files.newDirectoryStream(ROOT, "[0-9]*")) {
      for (Path process : processes) {
        String[] stat = stat(process.getFileName().toString());
        if (stat != null && !hasEnded(stat) && bears(process, entry)) {
          groups.add(Long.parseLong(stat[2]));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("/proc: cannot be listed", e);
    }
    return groups;
  }

  private static boolean bears(Path process, String entry) {
    return lines(process.resolve("environ")).stream()
        .flatMap(it -> Stream.of(it.split("\0", -1)))
        .anyMatch(it -> it.startsWith(entry));
  }

  /** Whether a member of the group listens on a TCP port. */
  static boolean holdsPort(long groupId, int port) {
    Set<String> sockets = new HashSet<>();
    for (String table : List.of("tcp", "tcp6")) {
      sockets.addAll(listening(lines(ROOT.resolve("self/net").resolve(table)), port));
    }
    return !sockets.isEmpty() && group(groupId).stream().anyMatch(pid -> hasAny(pid, sockets));
  }

  private static Set<String> listening(List<String> table, int port) {
    String suffix = ":%04X".formatted(port);
    Set<String> sockets = new HashSet<>();
    for (String line : table) {
      String[] columns = line.trim().split("\\s+", -1);
      if (columns.length > 9 && columns[1].endsWith(suffix) && columns[3].equals(LISTENING)) {
        sockets.add("socket:[" + columns[9] + "]");
      }
    }
    return sockets;
  }

  private static boolean hasAny(long pid, Set<String> sockets) {
    try (DirectoryStream<Path> open = Files.newDirectoryStream(ROOT.resolve(pid + "/fd"))) {
      for (Path file : open) {
        if (sockets.contains(target(file))) {
          return true;
        }
      }
      return false;
    } catch (IOException e) {
      return false; // it ended meanwhile, so it holds nothing
    }
  }

  private static String target(Path file) {
    try {
      return Files.readSymbolicLink(file).toString();
    } catch (IOException e) {
      return ""; // closed meanwhile
    }
  }

  /** The fields behind the command's name, which may itself hold blanks and brackets. */
  private static String @Nullable [] stat(String pid) {
    List<String> lines = lines(ROOT.resolve(pid).resolve("stat"));
    if (lines.isEmpty()) {
      return null;
    }
    String line = lines.getFirst();
    return line.substring(line.lastIndexOf(')') + 2).split(" ", -1);
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file, StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      return List.of(); // it ended before or while it was read
    }
  }
}
