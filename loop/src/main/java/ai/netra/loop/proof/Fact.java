package ai.netra.loop.proof;

import ai.netra.loop.record.Entry;

/** A record and the number of the journal line that holds it. */
public record Fact<T extends Entry>(long n, T entry) {}
