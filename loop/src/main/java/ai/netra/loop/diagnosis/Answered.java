package ai.netra.loop.diagnosis;

import ai.netra.loop.proof.Fact;
import ai.netra.loop.record.Exchange;
import ai.netra.loop.record.PathTemplate;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An answer that a test got.
 *
 * @param route the route as the service's own log names it; else the path with its ids masked
 */
record Answered(Fact<Exchange> fact, String route) {

  private static final Pattern ID = Pattern.compile(".*\\d.*|.*@.*|.{25,}");

  static Answered of(Fact<Exchange> fact, @Nullable String route) {
    return new Answered(fact, route == null ? masked(fact.entry().path()) : path(route));
  }

  /** Some services put the method before it. */
  private static String path(String route) {
    return route.substring(route.lastIndexOf(' ') + 1);
  }

  private static String masked(String path) {
    return Arrays.stream(PathTemplate.bare(path).split("/", -1))
        .map(it -> ID.matcher(it).matches() && !it.matches("v\\d") ? "{}" : it)
        .collect(Collectors.joining("/"));
  }

  Exchange exchange() {
    return fact.entry();
  }

  /** Whether both were asked the same, ids apart. */
  boolean isSameRequest(Answered other) {
    return exchange().service().equals(other.exchange().service())
        && exchange().method().equals(other.exchange().method())
        && masked(exchange().path()).equals(masked(other.exchange().path()));
  }

  /** What was asked, such as {@code backend GET /api/threads/{id}}. */
  String asked() {
    return exchange().service() + " " + exchange().method() + " " + route;
  }

  /** Status, and of a socket how it was closed. */
  String answer() {
    String status = exchange().status() == null ? "no whole answer" : "" + exchange().status();
    return closeCode() == null ? status : status + ", closed with " + closeCode();
  }

  @Nullable Integer closeCode() {
    Exchange.Socket socket = exchange().socket();
    return socket == null ? null : socket.closeCode();
  }

  String words() {
    return asked() + " → " + answer();
  }

  /** Whether a text speaks of this answer by its status or close code. */
  boolean isNamedIn(String text) {
    return holds(text, exchange().status()) || holds(text, closeCode());
  }

  private static boolean holds(String text, @Nullable Integer code) {
    return code != null && Pattern.compile("\\b" + code + "\\b").matcher(text).find();
  }
}
