package ai.netra.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * Two whole runs of the loop on this repository in a state directory of their own, told by the
 * loop's own report: the first builds, the second reuses. Of the second also where its computing
 * time went: to the services, to the suite, to its build, and to the loop itself.
 */
final class LoopRuns implements Measurement {

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
    LoopRun first = LoopRun.of(setting, "first");
    LoopRun second = LoopRun.of(setting, "second");
    List<Figure> figures = new ArrayList<>();
    for (JsonNode service : first.report().at("/services")) {
      String name = service.at("/service").asString();
      figures.add(
          Figure.single("build of " + name, "s", service.at("/build_millis").asDouble() / 1000));
    }
    figures.addAll(steps("first", first.report()));
    figures.addAll(steps("second", second.report()));
    second
        .computing()
        .forEach((who, seconds) -> figures.add(Figure.single("CPU of it, " + who, "s", seconds)));
    return figures;
  }

  private static List<Figure> steps(String which, JsonNode report) {
    String run = which + " loop of " + report.at("/tests/counts/inventory").asInt() + " tests, ";
    Map<String, List<Double>> seconds = new LinkedHashMap<>();
    for (JsonNode step : report.at("/steps")) {
      String state = step.at("/state").asString();
      seconds.computeIfAbsent(state, s -> new ArrayList<>()).add(step.at("/seconds").asDouble());
    }
    List<Figure> figures = new ArrayList<>();
    seconds.forEach((state, times) -> figures.add(Figure.of(run + state, "s", Samples.of(times))));
    Figure whole = Figure.single(run + "whole", "s", report.at("/duration_seconds").asDouble());
    figures.add(which.equals("second") ? whole.toReach("≤ 120") : whole);
    return figures;
  }
}
