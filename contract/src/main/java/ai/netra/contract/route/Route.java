package ai.netra.contract.route;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A route as it is served.
 *
 * @param method the HTTP method; HEAD of every GET and OPTIONS of every path follow from it
 * @param path the template, such as {@code /api/threads/{id}}; with the method it names the route
 *     in receipts
 * @param right the right a token needs, or null
 * @param consumes media types a body may have; empty where none is read
 * @param produces media types of the answer
 * @param maxBodyBytes the largest body, in bytes; 0 where none is read
 * @param summary one sentence for the served document
 */
public record Route(
    String method,
    String path,
    Level level,
    @Nullable String right,
    RateClass rate,
    List<String> consumes,
    List<String> produces,
    long maxBodyBytes,
    String summary) {

  public Route {
    consumes = List.copyOf(consumes);
    produces = List.copyOf(produces);
  }

  /** Method and path template: the {@code route} of a receipt. */
  public String name() {
    return method + " " + path;
  }
}
