package ai.netra.loop.record;

/** The last line: how the run ended, and what the target was left in. */
public record RunFinished(
    String verdict, String reason, int exit, String sentence, String leftIn, Counts counts)
    implements Entry {}
