package ai.netra.backend.agents;

import static ai.netra.backend.agents.ToolSchemas.advice;
import static ai.netra.backend.agents.ToolSchemas.rows;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The tools that somebody may call directly. */
final class ToolRegistry {

  static final String LIST_MODELS = "list_models";
  static final String USAGE_ROWS = "usage_rows";

  /** Rows of a page. */
  static final int MOST_ROWS = 1_000;

  private static final String READ = "read";
  private static final String ANALYTICS = "tools:analytics";
  private static final String OPTIMIZE = "tools:optimize";
  private static final Map<String, Object> STRATEGY =
      Map.of("strategy", Schema.oneOf(ToolSchemas.strategies()));

  private static final List<ToolSpec> TOOLS =
      List.of(
          usage(ProfileTool.NAME, "What fields the rows of a window carry.", Map.of()),
          usage(SummaryTool.NAME, "Totals of a window: spend, requests, tokens.", Map.of()),
          usage(
              BreakdownTool.NAME,
              "Spend and requests of a window by a dimension.",
              Map.of("by", Schema.oneOf(ToolSchemas.dimensions()))),
          usage(
              SeriesTool.NAME,
              "Spend of a window by hour, day or week.",
              Map.of("bucket", Schema.oneOf(ToolSchemas.buckets()))),
          usage(LatencyTool.NAME, "Latency of the ok requests of a window.", Map.of()),
          usage(ErrorTool.NAME, "Requests of a window that are not ok, by kind.", Map.of()),
          usage(
              USAGE_ROWS,
              "Rows of a window with what they cost, in the order of time, by pages.",
              Map.of("limit", Schema.integer(1, MOST_ROWS), "page_token", Schema.text())),
          new ToolSpec(
              LIST_MODELS,
              "Models of the catalogue with their price of today.",
              "models",
              READ,
              Schema.object(
                  Map.of("provider", Schema.text(), "capability", Schema.text()), List.of())),
          analytics(
              DuplicateScan.NAME,
              "Requests that repeat an equal one, by lifetime of a cache.",
              rows(Map.of("ttl_seconds", Schema.oneOf(ResponseCache.LIFETIMES)), List.of())),
          analytics(RetryScan.NAME, "Calls that were paid for in vain.", rows(Map.of(), List.of())),
          analytics(
              StrategyTool.NAME,
              "What one strategy saves alone, or why that cannot be computed.",
              advice(STRATEGY, List.of("strategy"))),
          analytics(
              RoiTool.NAME,
              "What putting one strategy to work costs, and when that is paid back.",
              advice(STRATEGY, List.of("strategy"))),
          optimize(
              PortfolioTool.NAME,
              "What all strategies save together, each of what is left by those before it.",
              advice(Map.of(), List.of())),
          optimize(
              WhatIfTool.NAME,
              "Cost and saving a month before and after some changes.",
              advice(Map.of("changes", ToolSchemas.changes()), List.of("changes"))));

  private ToolRegistry() {}

  static List<ToolSpec> all() {
    return TOOLS;
  }

  static Optional<ToolSpec> named(String name) {
    return TOOLS.stream().filter(tool -> tool.name().equals(name)).findFirst();
  }

  static List<String> names() {
    return TOOLS.stream().map(ToolSpec::name).toList();
  }

  private static ToolSpec usage(String name, String description, Map<String, Object> more) {
    return new ToolSpec(name, description, "usage", READ, rows(more, List.of()));
  }

  private static ToolSpec analytics(
      String name, String description, Map<String, Object> parameters) {
    return new ToolSpec(name, description, "analytics", ANALYTICS, parameters);
  }

  private static ToolSpec optimize(
      String name, String description, Map<String, Object> parameters) {
    return new ToolSpec(name, description, "optimisation", OPTIMIZE, parameters);
  }
}
