package ai.netra.loop.journal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A part of a text, from its first character to the one after its last. */
record Span(int from, int to) {

  /** The text with every span, or run of spans that overlap, replaced by a mark. */
  static String replace(String text, List<Span> spans, String mark) {
    List<Span> ordered = new ArrayList<>(spans);
    ordered.sort(Comparator.comparingInt(Span::from));
    StringBuilder result = new StringBuilder(text.length());
    int written = 0;
    for (Span span : ordered) {
      if (span.from >= written) {
        result.append(text, written, span.from).append(mark);
      }
      written = Math.max(written, span.to);
    }
    return result.append(text, written, text.length()).toString();
  }
}
