package ai.netra.backend.agents;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is done for a strategy: words of ours, names of the user, settings for machines. */
final class ActionTemplates {

  private static final int VERIFY_DAYS = 7;
  private static final String MONTHLY = "monthly_spend";
  private static final String SUMMARY = "usage_summary";

  private ActionTemplates() {}

  static String title(StrategyId id, Map<String, Object> settings) {
    return switch (id) {
      case S1 -> "Answer equal requests from a response cache";
      case S3 -> "Route " + routed(settings) + " to a smaller model";
      case S4 -> "Send background work" + of(settings) + " to the batch tier";
      case S7 -> "Stop paying for failed and repeated calls";
    };
  }

  static List<String> steps(StrategyId id, Map<String, Object> settings) {
    return switch (id) {
      case S1 ->
          List.of(
              "Key the cache by feature, customer and prompt hash, never across customers.",
              "Set the lifetime of the settings and leave calls with tools or chance out.",
              "Log hits and misses beside each call.");
      case S3 ->
          List.of(
              "Put the routing table of the settings before the model call"
                  + arrows(settings)
                  + ".",
              "Check each answer and ask the old model again where the check fails.",
              "Widen the share of traffic day by day.");
      case S4 ->
          List.of(
              "Put calls that nobody waits for into a queue" + of(settings) + ".",
              "Submit the queue to the provider's batch interface and collect the answers.",
              "Fall back to the standard tier where a deadline comes near.");
      case S7 ->
          List.of(
              "Set the time limit of a call above the slowest twentieth of its feature.",
              "Retry with growing pauses, and never what was refused for what it is.",
              "Reuse an answer that came late instead of asking again.");
    };
  }

  /** Every name of the user's that the texts may show. */
  static List<String> names(Map<String, Object> settings) {
    List<String> names = new ArrayList<>();
    routes(settings).forEach(route -> route.values().forEach(value -> names.add(value + "")));
    if (settings.get("features") instanceof List<?> features) {
      features.forEach(feature -> names.add(feature + ""));
    }
    return names;
  }

  private static String routed(Map<String, Object> settings) {
    return names(settings, "routes", "class");
  }

  private static String arrows(Map<String, Object> settings) {
    List<String> arrows =
        routes(settings)
            .map(
                route ->
                    "%s from %s to %s"
                        .formatted(
                            Markdown.code(String.valueOf(route.get("class"))),
                            Markdown.code(String.valueOf(route.get("from"))),
                            Markdown.code(String.valueOf(route.get("to")))))
            .distinct()
            .limit(5)
            .toList();
    return arrows.isEmpty() ? "" : ": " + String.join(", ", arrows);
  }

  private static String of(Map<String, Object> settings) {
    List<String> features =
        settings.get("features") instanceof List<?> list
            ? list.stream()
                .map(String::valueOf)
                .filter(feature -> !feature.isEmpty())
                .limit(5)
                .map(Markdown::code)
                .toList()
            : List.of();
    return features.isEmpty() ? "" : " of " + String.join(", ", features);
  }

  private static String names(Map<String, Object> settings, String list, String field) {
    List<String> names =
        routes(settings)
            .map(route -> Markdown.code(String.valueOf(route.get(field))))
            .distinct()
            .limit(3)
            .toList();
    return names.isEmpty() ? list : String.join(", ", names);
  }

  private static java.util.stream.Stream<Map<?, ?>> routes(Map<String, Object> settings) {
    return settings.get("routes") instanceof List<?> routes
        ? routes.stream().filter(Map.class::isInstance).map(route -> (Map<?, ?>) route)
        : java.util.stream.Stream.empty();
  }

  /** How to see that it works. */
  static Map<String, Object> verify(StrategyId id, BigDecimal threshold) {
    Map<String, Object> verify = new LinkedHashMap<>();
    verify.put("metric", id == StrategyId.S7 ? "wasted_spend" : MONTHLY);
    verify.put("query", id == StrategyId.S7 ? RetryScan.NAME : SUMMARY);
    verify.put("below_usd_per_month", threshold);
    verify.put("days", VERIFY_DAYS);
    return verify;
  }

  /** When to go back. */
  static Map<String, Object> rollback(StrategyId id) {
    Map<String, Object> rollback = new LinkedHashMap<>();
    switch (id) {
      case S1 -> {
        rollback.put("metric", "answers that users call outdated");
        rollback.put("bound", "any in a feature: leave that feature out");
      }
      case S3 -> {
        rollback.put("metric", "share of answers asked again of the old model");
        rollback.put("bound", "above the escalation that the low case assumes");
      }
      case S4 -> {
        rollback.put("metric", "batch answers after their deadline");
        rollback.put("bound", "any: back to the standard tier");
      }
      case S7 -> {
        rollback.put("metric", "error_share");
        rollback.put("bound", "above the share of the window of this report");
      }
    }
    return rollback;
  }
}
