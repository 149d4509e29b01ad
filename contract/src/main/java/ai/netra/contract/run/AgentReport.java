package ai.netra.contract.run;

/**
 * How an agent's step of a run ended: {@code completed}, {@code skipped}, {@code failed} or {@code
 * cancelled}.
 */
public record AgentReport(String agentType, String status, long durationMs) {}
