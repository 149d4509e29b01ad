package ai.netra.backend.agents;

import ai.netra.contract.agent.AgentView;
import ai.netra.contract.report.Report;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** How the registry shows an agent. */
final class AgentCard {

  private static final String VERSION = "1.0.0";
  private static final int MOST_CHARACTERS = 10_000;

  private AgentCard() {}

  /** All agents, in the order of the registry. */
  static List<AgentView> all(boolean schemas) {
    return Arrays.stream(AgentName.values()).map(agent -> of(agent, schemas)).toList();
  }

  static AgentView of(AgentName agent, boolean schemas) {
    return new AgentView(
        agent.wireName(),
        "agent",
        VERSION,
        "core",
        description(agent),
        dependsOn(agent).stream().map(AgentName::wireName).toList(),
        tools(agent),
        "none",
        "free",
        true,
        schemas ? input() : null,
        schemas ? output(agent) : null);
  }

  static List<AgentName> dependsOn(AgentName agent) {
    return switch (agent) {
      case SUPERVISOR, TRIAGE -> List.of();
      case DATA, DATA_HELPER, REPORTING -> List.of(AgentName.TRIAGE);
      case OPTIMIZATION -> List.of(AgentName.TRIAGE, AgentName.DATA);
      case ACTIONS -> List.of(AgentName.TRIAGE, AgentName.DATA, AgentName.OPTIMIZATION);
    };
  }

  static List<String> tools(AgentName agent) {
    return switch (agent) {
      case TRIAGE, DATA_HELPER -> List.of(ProfileTool.NAME);
      case DATA ->
          List.of(
              SummaryTool.NAME,
              BreakdownTool.NAME,
              SeriesTool.NAME,
              LatencyTool.NAME,
              ErrorTool.NAME);
      case OPTIMIZATION ->
          List.of(
              DuplicateScan.NAME,
              RetryScan.NAME,
              StrategyTool.NAME,
              PortfolioTool.NAME,
              WhatIfTool.NAME);
      case ACTIONS -> List.of(RoiTool.NAME);
      case SUPERVISOR, REPORTING -> List.of();
    };
  }

  private static String description(AgentName agent) {
    return switch (agent) {
      case SUPERVISOR -> "Picks the plan that fits question and data, and executes its agents.";
      case TRIAGE -> "Finds out what is asked, and whether the data can answer it.";
      case DATA -> "Computes what happened: spend, breakdowns, series, latency, errors.";
      case OPTIMIZATION -> "Computes what can be saved, and by which strategies together.";
      case ACTIONS -> "Says how to put the advice to work, in which order, how to go back.";
      case DATA_HELPER -> "Says what data is missing, what each field unlocks, how to send it.";
      case REPORTING -> "Writes the answer around facts and checks every number and name.";
    };
  }

  private static Map<String, Object> input() {
    Map<String, Object> properties = new LinkedHashMap<>();
    properties.put(
        "content", Map.of("type", "string", "minLength", 1, "maxLength", MOST_CHARACTERS));
    properties.put("thread_id", Map.of("type", "string"));
    properties.put("context", Map.of("type", "object"));
    properties.put("settings", Map.of("type", "object"));
    properties.put("metadata", Map.of("type", "object"));
    return Map.of("type", "object", "properties", properties, "required", List.of("content"));
  }

  private static Map<String, Object> output(AgentName agent) {
    Class<?> type = agent == AgentName.SUPERVISOR ? Report.class : Results.type(agent);
    List<String> names =
        Arrays.stream(type.getRecordComponents())
            .map(RecordComponent::getName)
            .map(AgentCard::snake)
            .toList();
    Map<String, Object> properties =
        names.stream()
            .collect(
                Collectors.toMap(name -> name, _ -> Map.of(), (one, _) -> one, LinkedHashMap::new));
    return Map.of("type", "object", "properties", properties, "required", names);
  }

  private static String snake(String name) {
    return name.replaceAll("([A-Z])", "_$1").toLowerCase(java.util.Locale.ROOT);
  }
}
