package ai.netra.loop.proof;

import ai.netra.loop.record.Entry;
import ai.netra.loop.record.Exchange;
import ai.netra.loop.record.Receipt;
import ai.netra.loop.record.SocketReceipt;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A receipt of either kind, as the join reads it.
 *
 * @param kind what the line is about; a request and a handshake are answers
 * @param method null for a socket, which has no method of its own
 * @param route null for a socket
 */
record Slip(
    long n,
    Kind kind,
    String service,
    String revision,
    @Nullable String parentId,
    @Nullable String method,
    @Nullable String route,
    @Nullable Integer status,
    @Nullable List<Receipt.Stored> stored) {

  enum Kind {
    REQUEST,
    HANDSHAKE,
    MESSAGE,
    CLOSE
  }

  static Optional<Slip> of(Fact<? extends Entry> fact) {
    return switch (fact.entry()) {
      case Receipt it -> Optional.of(ofRequest(fact.n(), it));
      case SocketReceipt it -> Optional.of(ofSocket(fact.n(), it));
      default -> Optional.empty();
    };
  }

  private static Slip ofRequest(long n, Receipt it) {
    return new Slip(
        n,
        Kind.REQUEST,
        it.service(),
        it.revision(),
        it.parentId(),
        it.method(),
        it.route(),
        it.status(),
        it.stored());
  }

  private static Slip ofSocket(long n, SocketReceipt it) {
    Kind kind =
        switch (it.event()) {
          case "handshake" -> Kind.HANDSHAKE;
          case "close" -> Kind.CLOSE;
          default -> Kind.MESSAGE;
        };
    return new Slip(
        n, kind, it.service(), it.revision(), it.parentId(), null, null, it.status(), it.stored());
  }

  boolean isAnswer() {
    return kind == Kind.REQUEST || kind == Kind.HANDSHAKE;
  }

  /** What differs from the exchange it is joined with; empty where nothing does. */
  Optional<String> differs(Exchange exchange) {
    if (method != null && !method.equals(exchange.method())) {
      return Optional.of("method " + method + " instead of " + exchange.method());
    }
    if (route != null && !Route.fits(route, exchange)) {
      return Optional.of("route " + route + " instead of " + Exchanges.path(exchange));
    }
    if (exchange.complete() && status != null && !status.equals(exchange.status())) {
      return Optional.of("status " + status + " instead of " + exchange.status());
    }
    return Optional.empty();
  }
}
