package ai.netra.loop.journal;

import ai.netra.loop.record.Entry;
import ai.netra.loop.record.EntryKind;
import java.time.Instant;
import java.util.List;

/** A line of a journal, read back and its chain checked. */
public record Line(
    long n,
    Instant time,
    long monoNs,
    int round,
    EntryKind kind,
    String key,
    Entry data,
    List<Long> refs,
    String prev,
    String hash) {}
