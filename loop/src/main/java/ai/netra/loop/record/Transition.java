package ai.netra.loop.record;

/** The round left one state for another; {@code reason} says why in a sentence. */
public record Transition(String from, String to, String reason) implements Entry {}
