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
 * Two whole runs of the loop on this repository in a state directory of their own, told by the
 * loop's own report: the first builds, the second reuses.
 */
final class LoopRuns implements Measurement {

  private static final JsonMapper JSON = JsonMapper.shared();

  @Override
  public String name() {
    return "loop";
  }

  @Override
  public boolean quick() {
    return false;
  }

  @Override
  public List<Figure> figures(Setting setting) throws InterruptedException {
    JsonNode first = run(setting, "first");
    JsonNode second = run(setting, "second");
    List<Figure> figures = new ArrayList<>();
    for (JsonNode service : first.at("/services")) {
      String name = service.at("/service").asString();
      figures.add(
          Figure.single("build of " + name, "s", service.at("/build_millis").asDouble() / 1000));
    }
    figures.addAll(steps("first", first));
    figures.addAll(steps("second", second));
    return figures;
  }

  private static List<Figure> steps(String which, JsonNode report) {
    String run = which + " loop of " + report.at("/tests/counts/inventory").asInt() + " tests, ";
    List<Figure> figures = new ArrayList<>();
    for (JsonNode step : report.at("/steps")) {
      double seconds = step.at("/seconds").asDouble();
      if (seconds > 0) {
        figures.add(Figure.single(run + step.at("/state").asString(), "s", seconds));
      }
    }
    Figure whole = Figure.single(run + "whole", "s", report.at("/duration_seconds").asDouble());
    figures.add(which.equals("second") ? whole.toReach("≤ 120") : whole);
    return figures;
  }

  private static JsonNode run(Setting setting, String name) throws InterruptedException {
    Path log = setting.work().resolve("loop-" + name + ".log");
    Path state = setting.work().resolve("state");
    List<String> command = List.of("./netra", "loop", "--json", "--state", state.toString());
    setting.tell("the " + name + " run of the loop; it writes to " + log);
    try (Child loop = Child.start(command, setting.root(), Map.of(), log)) {
      int status = loop.process().waitFor();
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
}
