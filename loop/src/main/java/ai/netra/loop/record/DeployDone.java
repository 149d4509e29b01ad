package ai.netra.loop.record;

import org.jspecify.annotations.Nullable;

/**
 * The deploy gate: open with evidence, or closed with the reason and what the target was left in.
 */
public record DeployDone(
    boolean open, String reason, @Nullable String service, @Nullable String leftIn)
    implements Entry {}
