package ai.netra.loop.record;

/**
 * A run whose loop ended before it goes on. What the dead loop had deployed does not count any
 * more, nor does a full run that it had not judged.
 *
 * @param start which start of the loop this is; the first, 1, has no such line
 * @param from the state that the run stood in
 */
public record RunContinued(int start, String from) implements Entry {}
