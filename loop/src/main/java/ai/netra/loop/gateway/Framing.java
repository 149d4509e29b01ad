package ai.netra.loop.gateway;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** How long a body is, as its head says it. */
sealed interface Framing {

  /** No body. */
  record None() implements Framing {}

  /** So many bytes. */
  record Exact(long bytes) implements Framing {}

  /** Chunks, each with its size before it. */
  record Chunked() implements Framing {}

  /** Until the connection ends. */
  record ToEnd() implements Framing {}

  Pattern LENGTH = Pattern.compile("[0-9]{1,18}");

  /** The body of a request; empty when the head contradicts itself. */
  static Optional<Framing> ofRequest(Head head) {
    return declared(head, new None());
  }

  /**
   * The body of an answer to a request with this method; empty when the head contradicts itself.
   */
  static Optional<Framing> ofAnswer(Head head, int status, String method) {
    boolean bodiless = method.equals("HEAD") || status == 204 || status == 304;
    return bodiless ? Optional.of(new None()) : declared(head, new ToEnd());
  }

  private static Optional<Framing> declared(Head head, Framing otherwise) {
    List<String> codings = head.items("Transfer-Encoding");
    if (!codings.isEmpty()) {
      return codings.getLast().equals("chunked") ? Optional.of(new Chunked()) : Optional.empty();
    }
    List<String> lengths = head.values("Content-Length").stream().distinct().toList();
    if (lengths.isEmpty()) {
      return Optional.of(otherwise);
    }
    boolean readable = lengths.size() == 1 && LENGTH.matcher(lengths.getFirst()).matches();
    return readable ? Optional.of(new Exact(Long.parseLong(lengths.getFirst()))) : Optional.empty();
  }
}
