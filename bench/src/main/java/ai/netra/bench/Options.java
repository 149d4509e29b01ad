package ai.netra.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What to measure.
 *
 * @param root the checkout
 * @param quick fewer samples, and only what takes seconds
 * @param names the measurements asked for; none asks for all
 */
record Options(Path root, boolean quick, List<String> names) {

  static Options of(String[] arguments, List<String> known) {
    List<String> names = new ArrayList<>(Arrays.asList(arguments).subList(1, arguments.length));
    boolean quick = names.remove("--quick");
    for (String name : names) {
      if (!known.contains(name)) {
        throw new IllegalArgumentException(
            "one of --quick and " + known + " is required, got '" + name + "'");
      }
    }
    return new Options(
        Path.of(arguments[0]).toAbsolutePath().normalize(), quick, List.copyOf(names));
  }

  boolean takes(Measurement measurement) {
    return names.isEmpty() ? !quick || measurement.quick() : names.contains(measurement.name());
  }

  /** Whether the figures are those that are published. */
  boolean whole() {
    return !quick && names.isEmpty();
  }

  String command() {
    List<String> words = new ArrayList<>(List.of("bench/run"));
    if (quick) {
      words.add("--quick");
    }
    words.addAll(names);
    return String.join(" ", words);
  }
}
