package ai.netra.loop.record;

/** A test of an inventory: its suite and its id. */
public record TestRef(String suite, String test) {}
