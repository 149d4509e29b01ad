package ai.netra.backend.usage;

/** A row of the manifest; instants in epoch milliseconds, both ends included. */
record Segment(
    long key,
    String blob,
    long importKey,
    String sha256,
    long rows,
    long bytes,
    long fromAt,
    long toAt,
    long added) {

  boolean meets(TimeSpan span) {
    return toAt >= span.fromMillis() && fromAt < span.toMillis();
  }

  boolean within(TimeSpan span) {
    return fromAt >= span.fromMillis() && toAt < span.toMillis();
  }
}
