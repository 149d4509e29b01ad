package ai.netra.backend.usage;

import java.util.List;

/**
 * What a commit does to a data set's manifest: segments that enter and segments that leave, at one
 * watermark.
 *
 * @param rows by how many rows the data set grows; negative where it shrinks
 */
record SegmentChange(List<NewSegment> added, List<Segment> removed, long rows) {

  static final SegmentChange NONE = new SegmentChange(List.of(), List.of(), 0);

  SegmentChange {
    added = List.copyOf(added);
    removed = List.copyOf(removed);
  }

  boolean isEmpty() {
    return added.isEmpty() && removed.isEmpty();
  }

  long bytes() {
    long more = added.stream().mapToLong(segment -> segment.file().bytes()).sum();
    return more - removed.stream().mapToLong(Segment::bytes).sum();
  }
}
