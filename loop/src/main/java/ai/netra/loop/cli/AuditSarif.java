package ai.netra.loop.cli;

import ai.netra.loop.record.AuditScore.Finding;
import ai.netra.loop.review.Review.Audited;
import java.util.List;
import java.util.Map;

/** An audit as SARIF 2.1.0, which other tools read. */
final class AuditSarif {

  private AuditSarif() {}

  static Map<String, Object> of(Audited audited) {
    List<Map<String, String>> rules =
        audited.findings().stream()
            .map(Finding::rule)
            .distinct()
            .map(it -> Map.of("id", it))
            .toList();
    Map<String, Object> driver =
        Map.of("name", "netra audit", "version", audited.rules(), "rules", rules);
    Map<String, Object> run =
        Map.of(
            "tool", Map.of("driver", driver),
            "results", audited.findings().stream().map(AuditSarif::result).toList());
    return Map.of(
        "$schema", "https://json.schemastore.org/sarif-2.1.0.json",
        "version", "2.1.0",
        "runs", List.of(run));
  }

  private static Map<String, Object> result(Finding it) {
    int colon = it.place().lastIndexOf(':');
    String file = colon < 0 ? it.place() : it.place().substring(0, colon);
    int line = colon < 0 ? 1 : Integer.parseInt(it.place().substring(colon + 1));
    Map<String, Object> place =
        Map.of("artifactLocation", Map.of("uri", file), "region", Map.of("startLine", line));
    return Map.of(
        "ruleId", it.rule(),
        "level", it.fatal() ? "error" : "warning",
        "message", Map.of("text", it.words()),
        "locations", List.of(Map.of("physicalLocation", place)));
  }
}
