package ai.netra.loop.proof;

import ai.netra.loop.record.Exchange;
import ai.netra.loop.record.PathTemplate;
import java.util.Set;

/** What an exchange is, as the proof reads it. */
final class Exchanges {

  /** Answers that a parser gives before there is a request for the service to log. */
  private static final Set<Integer> BEFORE_A_REQUEST = Set.of(400, 414, 431);

  private static final Set<String> WRITING = Set.of("POST", "PUT", "PATCH", "DELETE");

  private Exchanges() {}

  /** Whether it was answered whole and undisturbed: only then it can count as evidence. */
  static boolean isEvidence(Exchange exchange) {
    return exchange.complete()
        && exchange.status() != null
        && exchange.fault() == null
        && !isKill(exchange);
  }

  /** Whether it is about a process, and no call. */
  static boolean isProcess(Exchange exchange) {
    return exchange.kind() == Exchange.Kind.PROCESS;
  }

  /** A kill says what the loop did; every other end of a process is the service's own doing. */
  private static boolean isKill(Exchange exchange) {
    return isProcess(exchange) && exchange.method().equals("kill");
  }

  /** Whether the answer can have been made before a request existed. */
  static boolean mayPrecedeRequest(Exchange exchange) {
    Integer status = exchange.status();
    return status != null && BEFORE_A_REQUEST.contains(status);
  }

  /** Whether it is a write that the service called done. */
  static boolean isWrite(Exchange exchange) {
    return WRITING.contains(exchange.method()) && isEvidence(exchange) && succeeded(exchange);
  }

  static boolean succeeded(Exchange exchange) {
    Integer status = exchange.status();
    return status != null && status >= 200 && status < 300;
  }

  /** The path without query and without a slash at its end. */
  static String path(Exchange exchange) {
    return PathTemplate.bare(exchange.path());
  }

  /** The exchange in words, for reasons. */
  static String words(Exchange exchange) {
    return exchange.service()
        + " "
        + exchange.method()
        + " "
        + path(exchange)
        + " "
        + (exchange.status() == null ? "unanswered" : exchange.status());
  }
}
