package ai.netra.loop.report;

import ai.netra.loop.report.Block.Figures;
import ai.netra.loop.report.Block.Table;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/** The report as one JSON object: the members of {@code report.json}, then the sections. */
final class CycleJson {

  private CycleJson() {}

  /** In many lines, for a file. */
  static String pretty(CycleReport cycle) {
    return ReportJson.pretty(node(cycle));
  }

  /** In one line. */
  static String line(CycleReport cycle) {
    return ReportJson.MAPPER.writeValueAsString(node(cycle));
  }

  private static ObjectNode node(CycleReport cycle) {
    ObjectNode node = ReportJson.MAPPER.valueToTree(cycle.report());
    List<Object> sections = cycle.sections().stream().map(CycleJson::section).toList();
    node.set("sections", ReportJson.MAPPER.valueToTree(sections));
    return node;
  }

  private static Object section(Section section) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("id", section.id());
    members.put("title", section.title());
    if (!section.why().isEmpty()) {
      members.put("empty_because", section.why());
    }
    members.put("blocks", section.blocks().stream().map(CycleJson::block).toList());
    return members;
  }

  private static Object block(Block block) {
    return switch (block) {
      case Figures it -> Map.of("figures", it.figures().stream().map(CycleJson::figure).toList());
      case Table it -> table(it);
      case Block.Path it -> path(it);
    };
  }

  private static Object figure(Block.Figure figure) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("name", figure.name());
    members.put("value", value(figure.value()));
    members.put("records", figure.records());
    return members;
  }

  private static Object table(Table table) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("title", table.title());
    members.put("columns", table.columns());
    members.put("rows", table.rows().stream().map(CycleJson::row).toList());
    return members;
  }

  private static Object path(Block.Path path) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("title", path.title());
    members.put("path", path.stops());
    return members;
  }

  private static Object row(Block.Row row) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("values", row.values().stream().map(CycleJson::value).toList());
    members.put("records", row.records());
    return members;
  }

  private static Object value(Value value) {
    return switch (value) {
      case Value.Words it -> it.text();
      case Value.Amount it ->
          it.unit().isEmpty() ? it.number() : Map.of("number", it.number(), "unit", it.unit());
      case Value.Span it -> Map.of("from_micros", it.fromMicros(), "to_micros", it.toMicros());
    };
  }
}
