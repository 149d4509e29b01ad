package ai.netra.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Two whole runs of the loop on this repository in a state directory of their own: the first
 * builds, the second reuses.
 */
final class LoopRuns {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Path root;
  private final Path work;

  LoopRuns(Path root, Path work) {
    this.root = root;
    this.work = work;
  }

  List<Figure> figures() throws InterruptedException {
    Path state = work.resolve("state");
    JsonNode first = run(state, "loop-1");
    JsonNode second = run(state, "loop-2");
    List<Figure> figures = new ArrayList<>();
    for (JsonNode service : first.at("/services")) {
      String name = service.at("/service").asString();
      figures.add(one("build of " + name, service.at("/build_millis").asDouble() / 1000));
    }
    figures.addAll(steps("first run", first));
    figures.addAll(steps("second run", second));
    return figures;
  }

  private static List<Figure> steps(String run, JsonNode report) {
    List<Figure> figures = new ArrayList<>();
    for (JsonNode step : report.at("/steps")) {
      figures.add(one(run + ", " + step.at("/state").asString(), step.at("/seconds").asDouble()));
    }
    figures.add(one(run + ", whole", report.at("/duration_seconds").asDouble()));
    return figures;
  }

  private JsonNode run(Path state, String name) throws InterruptedException {
    Path log = work.resolve(name + ".log");
    List<String> command = List.of("./netra", "loop", "--json", "--state", state.toString());
    Child loop = Child.start(command, root, Map.of(), log);
    int status = loop.process().waitFor();
    try {
      List<String> lines = Files.readAllLines(log);
      if (status != 0) {
        throw new IllegalStateException("./netra loop ended with " + status + "; see " + log);
      }
      JsonNode end = JSON.readTree(lines.getLast());
      return JSON.readTree(Files.readString(Path.of(end.at("/report").asString())));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Figure one(String name, double seconds) {
    return new Figure(name, "s", Samples.of(new double[] {seconds}), null);
  }
}
