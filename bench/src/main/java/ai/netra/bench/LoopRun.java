package ai.netra.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A proved run of the loop.
 *
 * @param report its own report
 * @param computing seconds of computing time by who took it
 */
record LoopRun(JsonNode report, Map<String, Double> computing) {

  private static final JsonMapper JSON = JsonMapper.shared();

  /** What the shell's {@code times} says of its children: the second line. */
  private static final String TIMED =
      "\"$@\"; status=$?; times >\"$NETRA_BENCH_TIMES\"; exit $status";

  static LoopRun of(Setting setting, String name) throws InterruptedException {
    Path log = setting.work().resolve("loop-" + name + ".log");
    Path times = setting.work().resolve("loop-" + name + ".times");
    List<String> command = new ArrayList<>(List.of("/bin/sh", "-c", TIMED, "sh"));
    command.addAll(List.of("./netra", "loop", "--json", "--state"));
    command.add(setting.work().resolve("state").toString());
    setting.tell("the " + name + " run of the loop; it writes to " + log);
    Map<String, String> variables = Map.of("NETRA_BENCH_TIMES", times.toString());
    try (Child loop = Child.start(command, setting.root(), variables, log)) {
      int status = loop.process().waitFor();
      List<String> lines = Files.readAllLines(log);
      if (status != 0) {
        throw new IllegalStateException("./netra loop ended with " + status + "; see " + log);
      }
      JsonNode end = JSON.readTree(lines.getLast());
      JsonNode report = JSON.readTree(Files.readString(Path.of(end.at("/report").asString())));
      List<String> journal = Files.readAllLines(Path.of(end.at("/journal").asString()));
      return new LoopRun(report, computing(journal, seconds(Files.readAllLines(times).get(1))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** By process as the journal tells it; what is left of the whole is the loop's own. */
  static Map<String, Double> computing(List<String> journal, double whole) {
    Map<String, Double> seconds = new TreeMap<>();
    double others = 0;
    for (String line : journal) {
      JsonNode entry = JSON.readTree(line);
      if (entry.at("/kind").asString().equals("exited")) {
        double own = entry.at("/data/cpu_millis").asDouble() / 1000;
        seconds.merge(who(entry.at("/data")), own, Double::sum);
        others += own;
      }
    }
    seconds.put("the loop itself with its tools", whole - others);
    return seconds;
  }

  private static String who(JsonNode exited) {
    String role = exited.at("/role").asString();
    return role.equals("service") ? exited.at("/name").asString() : role;
  }

  /** User and system time together, of a line such as {@code 1m2.34s 0m5.6s}. */
  static double seconds(String times) {
    double seconds = 0;
    for (String time : times.strip().split("\\s+", -1)) {
      int minutes = time.indexOf('m');
      seconds += 60 * Double.parseDouble(time.substring(0, minutes));
      seconds += Double.parseDouble(time.substring(minutes + 1, time.length() - 1));
    }
    return seconds;
  }
}
