package ai.netra.loop.record;

/** A torn last line was cut when the journal was opened again: so many bytes were dropped. */
public record JournalCut(long bytes) implements Entry {}
