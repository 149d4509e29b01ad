package ai.netra.loop.diagnosis;

import ai.netra.loop.proof.Fact;
import ai.netra.loop.record.Receipt;
import java.util.List;

/**
 * What the log of a service says about a request. That it says nothing is an answer only where the
 * log was shown to be readable; a log that could not be read is never silence.
 */
sealed interface LogAnswer {

  /** The lines with the trace id, in their order; never none. */
  record Lines(List<Fact<Receipt>> lines) implements LogAnswer {

    public Lines {
      lines = List.copyOf(lines);
      if (lines.isEmpty()) {
        throw new IllegalArgumentException("log answer: lines must hold a line, got none");
      }
    }
  }

  /**
   * No line has the trace id.
   *
   * @param shownBy a line of the same service and build that shows that the log was read
   */
  record Empty(long shownBy) implements LogAnswer {}

  /** The log says nothing that can be relied on. */
  record Failed(String why) implements LogAnswer {}

  /**
   * Asks for the lines of a trace.
   *
   * @param receipts the lines that were read from all logs
   * @param service whose log is asked
   * @param revision the build that must have written them
   * @param traceId of the request
   */
  static LogAnswer of(
      List<Fact<Receipt>> receipts, String service, String revision, String traceId) {
    List<Fact<Receipt>> own =
        receipts.stream().filter(it -> it.entry().service().equals(service)).toList();
    List<Fact<Receipt>> found =
        own.stream().filter(it -> it.entry().traceId().equals(traceId)).toList();
    if (!found.isEmpty()) {
      return new Lines(found);
    }
    return own.stream()
        .filter(it -> it.entry().revision().equals(revision))
        .findFirst()
        .<LogAnswer>map(it -> new Empty(it.n()))
        .orElseGet(
            () ->
                new Failed(
                    "no line of service %s with build %s was read".formatted(service, revision)));
  }
}
