package ai.netra.loop.proof;

import ai.netra.loop.record.Exchange;
import ai.netra.loop.record.Receipt;
import ai.netra.loop.record.SocketReceipt;
import ai.netra.loop.record.StateProbe;
import ai.netra.loop.record.TestKey;
import java.util.Objects;
import java.util.function.UnaryOperator;

/** An exchange just told, so that its receipts can be. */
record Told(Story story, Exchange exchange, long n) {

  Told receipt(String method, String route, int status) {
    return receipt(method, route, status, it -> it);
  }

  /** A receipt that differs from the usual one in some way. */
  Told receipt(String method, String route, int status, UnaryOperator<Receipt> change) {
    String traceId = Objects.requireNonNull(exchange.traceId());
    story.add(
        change.apply(
            new Receipt(
                "shop",
                Story.BUILD,
                traceId,
                exchange.spanId(),
                method,
                route,
                status,
                5,
                "d1",
                null,
                Story.START)));
    return this;
  }

  /** What its probe came to. */
  Told probe(int status) {
    TestKey key = Objects.requireNonNull(exchange.key());
    story.add(new StateProbe(key, exchange.id(), "shop", "GET /read", 200, status, "", null));
    return this;
  }

  Told socketReceipt(String event) {
    String traceId = Objects.requireNonNull(exchange.traceId());
    Integer status = event.equals("handshake") ? 101 : null;
    story.add(
        new SocketReceipt(
            "shop",
            Story.BUILD,
            traceId,
            exchange.spanId(),
            event,
            null,
            status,
            "d1",
            null,
            Story.START));
    return this;
  }
}
