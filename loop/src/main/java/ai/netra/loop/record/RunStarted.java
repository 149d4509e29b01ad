package ai.netra.loop.record;

import java.util.List;
import java.util.Map;

/**
 * The first line. {@code nonce} (hex) keys the trace ids of this run; {@code dirty} runs commit
 * nothing.
 */
public record RunStarted(
    int schema,
    String run,
    String project,
    String target,
    String tree,
    String branch,
    boolean dirty,
    String nonce,
    int consecutive,
    List<String> argv,
    Map<String, String> tools)
    implements Entry {}
