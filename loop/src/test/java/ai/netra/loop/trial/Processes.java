package ai.netra.loop.trial;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The processes that work for a state directory. */
final class Processes {

  private Processes() {}

  /** Id and command of each living one: its folder or a word of its command lies there. */
  static List<String> in(Path state) {
    try (Stream<ProcessHandle> all = ProcessHandle.allProcesses()) {
      return all.filter(it -> it.pid() != ProcessHandle.current().pid())
          .filter(it -> directory(it.pid()).startsWith(state.toString()))
          .map(it -> it.pid() + " " + words(it.pid()))
          .filter(it -> !it.endsWith(" "))
          .toList();
    }
  }

  private static String directory(long pid) {
    try {
      return Files.readSymbolicLink(Path.of("/proc/" + pid + "/cwd")).toString();
    } catch (IOException e) {
      return ""; // it ended meanwhile
    }
  }

  /** Empty for one that ended and only waits to be reaped. */
  private static String words(long pid) {
    try {
      return Files.readString(Path.of("/proc/" + pid + "/cmdline"), StandardCharsets.ISO_8859_1)
          .replace('\0', ' ')
          .strip();
    } catch (IOException e) {
      return ""; // it ended meanwhile
    }
  }
}
