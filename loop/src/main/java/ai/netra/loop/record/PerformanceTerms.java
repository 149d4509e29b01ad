package ai.netra.loop.record;

import java.util.List;

/** The performance that a project wants, as declared before the first test ran. */
public record PerformanceTerms(List<Measure> measures) implements Entry {

  public PerformanceTerms {
    measures = List.copyOf(measures);
  }

  /** Where the samples of a measure come from. */
  public enum Source {
    /** The time of whole answers: {@code what} is {@code SERVICE METHOD /path/{template}}. */
    GATEWAY,
    /** The time between two frames of a socket: {@code what} is {@code SERVICE type -> type}. */
    FRAMES
  }

  /**
   * A measure.
   *
   * @param percentile 50, 95 or 99
   * @param critical whether a change that misses it is to be rejected
   */
  public record Measure(
      String name,
      Source source,
      String what,
      int percentile,
      long targetMicros,
      boolean critical) {}
}
