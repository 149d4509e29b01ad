package ai.netra.contract.usage;

/** A row that was not taken: its physical line, the field, the rule, and at most 80 characters. */
public record RowError(long line, String field, String rule, String received) {}
