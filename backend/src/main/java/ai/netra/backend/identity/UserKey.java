package ai.netra.backend.identity;

/** The integer key of a user's row; it never leaves the service. */
public record UserKey(long value) {}
