package ai.netra.backend.usage;

import org.jspecify.annotations.Nullable;

/** A group of Q5: rows that are not ok, by status and code, the most first. */
public record ErrorStat(String status, @Nullable String code, long rows, Usd spend) {}
