package ai.netra.backend.usage;

/** Which rows a query reads: a span of time under filters. */
public record Rows(TimeSpan span, Filters filters) {}
