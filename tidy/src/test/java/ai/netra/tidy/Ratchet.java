package ai.netra.tidy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A rule that today's code breaks in known places: the committed list {@code
 * tidy/ratchet/<name>.txt} may only shrink. A line is a size and a place. A place that is new or
 * grew fails; so does a line that could go, or go down, and stayed.
 */
record Ratchet(String name, String mend) {

  /** Compares today's offenders with the list. */
  void check(Map<String, Integer> offenders) {
    if (Boolean.getBoolean("netra.ratchet.write")) {
      write(offenders);
    }
    Map<String, Integer> committed = read();
    TreeMap<String, Integer> today = new TreeMap<>(offenders);

    assertThat(lines(today)).as(message(today, committed)).isEqualTo(lines(committed));
  }

  private String message(Map<String, Integer> today, Map<String, Integer> committed) {
    boolean worse =
        today.entrySet().stream()
            .anyMatch(entry -> entry.getValue() > committed.getOrDefault(entry.getKey(), 0));
    return worse
        ? name + ": an offender is new or grew; " + mend
        : name + ": the code got better; take the line out of tidy/ratchet/" + name + ".txt";
  }

  private Map<String, Integer> read() {
    try {
      Map<String, Integer> sizes = new TreeMap<>();
      for (String line : Files.readAllLines(file())) {
        int blank = line.indexOf(' ');
        sizes.put(line.substring(blank + 1), Integer.valueOf(line.substring(0, blank)));
      }
      return sizes;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void write(Map<String, Integer> offenders) {
    try {
      Files.write(file(), lines(new TreeMap<>(offenders)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path file() {
    return Repository.ROOT.resolve("tidy/ratchet/" + name + ".txt");
  }

  private static List<String> lines(Map<String, Integer> sizes) {
    return sizes.entrySet().stream().map(entry -> entry.getValue() + " " + entry.getKey()).toList();
  }
}
