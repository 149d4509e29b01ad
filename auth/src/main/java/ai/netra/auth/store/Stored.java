package ai.netra.auth.store;

/** A committed write: what kind of thing, which one, what was done. */
public record Stored(String entity, String id, String operation) {}
