package ai.netra.backend.usage;

/** A segment that is written but that no manifest names yet; instants in epoch milliseconds. */
record NewSegment(Blobs.Written file, long importKey, long rows, long fromAt, long toAt) {}
