package ai.netra.backend.agents;

import static ai.netra.backend.agents.ToolSchemas.advice;
import static ai.netra.backend.agents.ToolSchemas.rows;

import java.util.List;
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
  private static final ObjectSchema ONE_STRATEGY =
      advice().requiring("strategy", Schema.oneOf(ToolSchemas.strategies()));

  private static final List<ToolSpec> TOOLS =
      List.of(
          usage(ProfileTool.NAME, "What fields the rows of a window carry.", rows()),
          usage(SummaryTool.NAME, "Totals of a window: spend, requests, tokens.", rows()),
          usage(
              BreakdownTool.NAME,
              "Spend and requests of a window by a dimension.",
              rows().with("by", Schema.oneOf(ToolSchemas.dimensions()))),
          usage(
              SeriesTool.NAME,
              "Spend of a window by hour, day or week.",
              rows().with("bucket", Schema.oneOf(ToolSchemas.buckets()))),
          usage(LatencyTool.NAME, "Latency of the ok requests of a window.", rows()),
          usage(ErrorTool.NAME, "Requests of a window that are not ok, by kind.", rows()),
          usage(
              USAGE_ROWS,
              "Rows of a window with what they cost, in the order of time, by pages.",
              rows().with("limit", Schema.integer(1, MOST_ROWS)).with("page_token", Schema.text())),
          new ToolSpec(
              LIST_MODELS,
              "Models of the catalogue with their price of today.",
              "models",
              READ,
              ObjectSchema.EMPTY.with("provider", Schema.text()).with("capability", Schema.text())),
          analytics(
              DuplicateScan.NAME,
              "Requests that repeat an equal one, by lifetime of a cache.",
              rows().with("ttl_seconds", Schema.oneOf(ResponseCache.LIFETIMES))),
          analytics(RetryScan.NAME, "Calls that were paid for in vain.", rows()),
          analytics(
              StrategyTool.NAME,
              "What one strategy saves alone, or why that cannot be computed.",
              ONE_STRATEGY),
          analytics(
              RoiTool.NAME,
              "What putting one strategy to work costs, and when that is paid back.",
              ONE_STRATEGY),
          optimize(
              PortfolioTool.NAME,
              "What all strategies save together, each of what is left by those before it.",
              advice()),
          optimize(
              WhatIfTool.NAME,
              "Cost and saving a month before and after some changes.",
              advice().requiring("changes", ToolSchemas.changes())));

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

  private static ToolSpec usage(String name, String description, ObjectSchema parameters) {
    return new ToolSpec(name, description, "usage", READ, parameters);
  }

  private static ToolSpec analytics(String name, String description, ObjectSchema parameters) {
    return new ToolSpec(name, description, "analytics", ANALYTICS, parameters);
  }

  private static ToolSpec optimize(String name, String description, ObjectSchema parameters) {
    return new ToolSpec(name, description, "optimisation", OPTIMIZE, parameters);
  }
}
