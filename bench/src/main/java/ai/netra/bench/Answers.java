package ai.netra.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * An import of many rows, then the same question about them again and again: the whole run, and
 * each agent's step as the run itself tells it.
 */
final class Answers implements Measurement {

  private static final String QUESTION =
      "{\"type\":\"user_message\",\"payload\":{\"content\":"
          + "\"Cut my LLM bill by 30 % without slowing checkout\"}}";
  private static final int WARM_UP = 3;
  private static final Map<String, String> TARGETS =
      Map.of("data", "p95 ≤ 300", "optimization", "p95 ≤ 800");

  @Override
  public String name() {
    return "data";
  }

  @Override
  public boolean quick() {
    return false;
  }

  @Override
  public List<Figure> figures(Setting setting) {
    int rows = setting.times(1_000_000, 50_000);
    Path file = UsageFile.write(setting.work().resolve("usage.csv"), rows);
    try (Platform platform = Platform.start(setting, "data")) {
      List<User> users = Stream.generate(platform::user).limit(setting.times(3, 1)).toList();
      double[] rates =
          users.stream().mapToDouble(user -> rate(platform, user, file, rows)).toArray();
      List<Figure> figures = new ArrayList<>();
      String name = "import of %,d rows of CSV, %d columns".formatted(rows, UsageFile.COLUMNS);
      figures.add(Figure.of(name, "rows/s", Samples.of(rates)).toReach("≥ 200000"));
      figures.addAll(asked(platform, users.getLast(), rows, setting.times(20, 5)));
      return figures;
    }
  }

  private static double rate(Platform platform, User user, Path file, int rows) {
    return rows / new UsageImport(platform.backend().url(), user).seconds(file, rows);
  }

  private static List<Figure> asked(Platform platform, User user, int rows, int times) {
    Map<String, List<Double>> millis = new LinkedHashMap<>();
    try (Frames socket = new Frames(platform.socketUrl(), user.token())) {
      socket.await("connection_established");
      for (int i = -WARM_UP; i < times; i++) {
        Map<String, Double> run = ask(socket);
        if (i >= 0) {
          run.forEach(
              (step, time) -> millis.computeIfAbsent(step, s -> new ArrayList<>()).add(time));
        }
      }
    }
    String over = " over %,d rows".formatted(rows);
    return millis.entrySet().stream()
        .map(step -> figure(step.getKey(), over, step.getValue()))
        .toList();
  }

  /** Milliseconds of each step by its agent, and of the whole run by the empty name. */
  private static Map<String, Double> ask(Frames socket) {
    Map<String, Double> millis = new LinkedHashMap<>();
    long start = socket.send(QUESTION);
    while (true) {
      Frames.Arrival arrival = socket.next();
      JsonNode frame = JsonMapper.shared().readTree(arrival.text());
      switch (frame.at("/type").asString()) {
        case "subagent_completed" ->
            millis.put(
                frame.at("/data/agent_type").asString(), frame.at("/data/duration_ms").asDouble());
        case "agent_completed" -> {
          millis.put("", (arrival.nanos() - start) / 1e6);
          return millis;
        }
        case "agent_error" -> throw new IllegalStateException("the run failed: " + frame);
        default -> {
          // frames in between say nothing of a step's end
        }
      }
    }
  }

  private static Figure figure(String agent, String over, List<Double> millis) {
    Samples samples = Samples.of(millis);
    String name = agent.isEmpty() ? "message to `agent_completed`" : "step `" + agent + "`";
    Figure figure = Figure.of(name + over, "ms", samples);
    return TARGETS.containsKey(agent) ? figure.toReach(TARGETS.get(agent)) : figure;
  }
}
