package ai.netra.bench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The figures of one run, in the two forms in which they are told. */
record Results(String command, Machine machine, String loadAfter, List<Figure> figures) {

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  /** The machine in a sentence and a table. */
  String markdown() {
    StringBuilder text = new StringBuilder();
    text.append(
        "`%s`, %s: %s, %d cores, %d MiB, %s, %s; load before %s, after %s.%n%n"
            .formatted(
                command,
                machine.at(),
                machine.processor(),
                machine.cores(),
                machine.memoryMebibytes(),
                machine.kernel(),
                machine.java(),
                machine.loadBefore(),
                loadAfter));
    text.append("| figure | unit | n | p50 | p95 | peer, p50 | ratio | to reach |\n");
    text.append("|---|---|---|---|---|---|---|---|\n");
    figures.forEach(figure -> text.append(row(figure)));
    return text.toString();
  }

  private static String row(Figure figure) {
    Samples samples = figure.samples();
    Figure.Beside peer = figure.peer();
    Double ratio = figure.ratio();
    return "| %s | %s | %d | %s | %s | %s | %s | %s |\n"
        .formatted(
            figure.name(),
            figure.unit(),
            samples.n(),
            number(samples.median()),
            samples.n() == 1 ? "" : number(samples.percentile(0.95)),
            peer == null ? "" : peer.name() + " " + number(peer.samples().median()),
            ratio == null ? "" : number(ratio),
            figure.target() == null ? "" : figure.target());
  }

  /** Three digits that say something, and all of those before the point. */
  static String number(double value) {
    int decimals = value >= 100 ? 0 : value >= 10 ? 1 : value >= 1 ? 2 : 3;
    return String.format(Locale.ROOT, "%." + decimals + "f", value);
  }

  String json() {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("command", command);
    document.put("at", machine.at().toString());
    document.put("processor", machine.processor());
    document.put("cores", machine.cores());
    document.put("memory_mebibytes", machine.memoryMebibytes());
    document.put("kernel", machine.kernel());
    document.put("java", machine.java());
    document.put("load_before", machine.loadBefore());
    document.put("load_after", loadAfter);
    document.put("figures", figures.stream().map(Results::object).toList());
    return JSON.writeValueAsString(document) + "\n";
  }

  private static Map<String, Object> object(Figure figure) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("name", figure.name());
    members.put("unit", figure.unit());
    members.put("samples", figure.samples().json());
    if (figure.peer() != null) {
      members.put("peer", figure.peer().name());
      members.put("peer_samples", figure.peer().samples().json());
      members.put("ratio", figure.ratio());
    }
    if (figure.target() != null) {
      members.put("to_reach", figure.target());
    }
    return members;
  }
}
