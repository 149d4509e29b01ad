package ai.netra.loop.round;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is asked to read a write back: the path and the headers. */
final class ReadBack {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final String RESPONSE = "response:";
  private static final Pattern PLACE = Pattern.compile("\\{([^{}]+)}");

  /** What belongs to the write alone, or to its connection. */
  private static final Set<String> LEFT_OUT =
      Set.of(
          "connection",
          "content-encoding",
          "content-length",
          "content-type",
          "expect",
          "host",
          "idempotency-key",
          "if-match",
          "if-modified-since",
          "if-none-match",
          "if-unmodified-since",
          "keep-alive",
          "range",
          "te",
          "traceparent",
          "tracestate",
          "trailer",
          "transfer-encoding",
          "upgrade");

  private ReadBack() {}

  /** A header. */
  record Header(String name, String value) {}

  /**
   * The path that a probe reads; nothing where something it refers to is not there.
   *
   * @param read method and path with places
   * @param places what the write's own path has in its places
   * @param answer the body of the write's answer
   */
  static Optional<String> path(String read, Map<String, String> places, String answer) {
    Matcher place = PLACE.matcher(read.substring(read.indexOf(' ') + 1));
    StringBuilder path = new StringBuilder();
    while (place.find()) {
      String name = place.group(1);
      Optional<String> value =
          name.startsWith(RESPONSE)
              ? pointed(name.substring(RESPONSE.length()), answer)
              : Optional.ofNullable(places.get(name));
      if (value.isEmpty()) {
        return Optional.empty();
      }
      place.appendReplacement(path, Matcher.quoteReplacement(value.get()));
    }
    return Optional.of(place.appendTail(path).toString());
  }

  private static Optional<String> pointed(String pointer, String answer) {
    try {
      JsonNode value = JSON.readTree(answer).at(JsonPointer.compile(pointer));
      return value.isValueNode() && !value.isNull()
          ? Optional.of(URLEncoder.encode(value.asString(), UTF_8).replace("+", "%20"))
          : Optional.empty();
    } catch (JacksonException e) {
      return Optional.empty(); // no JSON, or more of it than is kept
    }
  }

  /** The write's own headers, credentials among them, without what is about the write itself. */
  static List<Header> headers(List<String> head) {
    return head.stream()
        .skip(1)
        .filter(line -> line.indexOf(':') > 0)
        .map(line -> new Header(line.substring(0, line.indexOf(':')), value(line)))
        .filter(it -> !LEFT_OUT.contains(it.name().toLowerCase(Locale.ROOT)))
        .toList();
  }

  private static String value(String line) {
    return line.substring(line.indexOf(':') + 1).strip();
  }
}
