package ai.netra.loop.cli;

import ai.netra.loop.faults.Catalogue.Result;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** The results of a command's replays: of one its object, of several each and the counts. */
record FaultTotals(List<Result> results) {

  boolean allPassed() {
    return results.stream().allMatch(Result::passed);
  }

  String json() {
    if (results.size() == 1) {
      return results.getFirst().json();
    }
    List<JsonNode> runs =
        results.stream().map(result -> Json.mapper().readTree(result.json())).toList();
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("runs", runs);
    object.put("passed", results.stream().filter(Result::passed).count());
    object.put("of", results.size());
    object.put("met", met(runs));
    return Json.line(object);
  }

  /** How many runs met each criterion. */
  private static Map<String, Long> met(List<JsonNode> runs) {
    Map<String, Long> met = new LinkedHashMap<>();
    for (JsonNode run : runs) {
      for (Map.Entry<String, JsonNode> member : run.properties()) {
        if (member.getValue().isBoolean()) {
          met.merge(member.getKey(), member.getValue().asBoolean() ? 1L : 0L, Long::sum);
        }
      }
    }
    return met;
  }

  String sentence() {
    return results.stream().filter(Result::passed).count() + " of " + results.size() + " passed";
  }
}
