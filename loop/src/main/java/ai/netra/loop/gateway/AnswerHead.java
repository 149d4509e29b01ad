package ai.netra.loop.gateway;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An answer's head that can be read, with how long its body is. */
record AnswerHead(Head head, int status, Framing body) {

  private static final Pattern START = Pattern.compile("HTTP/1\\.[01] ([1-9][0-9]{2})(?: .*)?");

  /** Reads the head of an answer to a request with this method; empty when it is not plain. */
  static Optional<AnswerHead> parse(byte[] bytes, String method) {
    return Head.parse(bytes).flatMap(head -> of(head, method));
  }

  private static Optional<AnswerHead> of(Head head, String method) {
    Matcher start = START.matcher(head.startLine());
    if (!start.matches()) {
      return Optional.empty();
    }
    int status = Integer.parseInt(start.group(1));
    return Framing.ofAnswer(head, status, method).map(body -> new AnswerHead(head, status, body));
  }

  /** Whether another answer to the same request follows. */
  boolean isInterim() {
    return status >= 100 && status < 200 && status != 101;
  }
}
