package ai.netra.loop.record;

/** One run of one test: suite, test id, attempt from 1, and what the run was for. */
public record TestKey(String suite, String test, int attempt, Mode mode) {}
