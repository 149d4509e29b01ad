package ai.netra.loop.gateway;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A W3C {@code traceparent}: version 00 or a later one that begins like it. */
record TraceParent(String version, String traceId, String spanId, String rest) {

  static final String NAME = "traceparent";

  private static final Pattern FORM =
      Pattern.compile("([0-9a-f]{2})-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2}(?:-.*)?)");

  /** The one that a head carries; empty for none, several, or one that is not well formed. */
  static Optional<TraceParent> of(Head head) {
    List<String> values = head.values(NAME);
    return values.size() == 1 ? parse(values.getFirst()) : Optional.empty();
  }

  /** Reads a value; zero ids and version ff are not well formed. */
  static Optional<TraceParent> parse(String value) {
    Matcher form = FORM.matcher(value);
    if (!form.matches() || form.group(1).equals("ff")) {
      return Optional.empty();
    }
    boolean zero = form.group(2).matches("0+") || form.group(3).matches("0+");
    return zero
        ? Optional.empty()
        : Optional.of(new TraceParent(form.group(1), form.group(2), form.group(3), form.group(4)));
  }

  /** A sampled one of version 00. */
  static TraceParent begin(String traceId, String spanId) {
    return new TraceParent("00", traceId, spanId, "01");
  }

  /** The same trace under another parent. */
  TraceParent under(String parent) {
    return new TraceParent(version, traceId, parent, rest);
  }

  String value() {
    return version + "-" + traceId + "-" + spanId + "-" + rest;
  }
}
