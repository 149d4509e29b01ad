package ai.netra.contract.run;

/** What a run used. */
public record RunUsage(
    int toolCalls, long rowsRead, int llmCalls, long inputTokens, long outputTokens) {

  /** Nothing yet. */
  public static final RunUsage NONE = new RunUsage(0, 0, 0, 0, 0);
}
