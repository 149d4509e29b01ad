package ai.netra.loop.proof;

import ai.netra.loop.record.Exchange;
import ai.netra.loop.record.Exchange.Kind;
import ai.netra.loop.record.PathTemplate;
import ai.netra.loop.record.Receipt;
import java.util.Comparator;
import java.util.Optional;

/** Finds the last route that a test called: its answers are what part 6 changes. */
final class LastRoute {

  private LastRoute() {}

  static Optional<Prover.Answers> of(Case one) {
    return one.evidence().stream()
        .map(Fact::entry)
        .filter(it -> it.kind() == Kind.HTTP || it.kind() == Kind.SOCKET)
        .max(Comparator.comparingLong(Exchange::id))
        .map(last -> answers(one, last));
  }

  private static Prover.Answers answers(Case one, Exchange last) {
    PathTemplate path = new PathTemplate(template(one.all(), last));
    boolean body =
        one.evidence().stream()
            .map(Fact::entry)
            .filter(it -> it.service().equals(last.service()))
            .filter(it -> it.method().equals(last.method()) && path.places(it.path()).isPresent())
            .anyMatch(
                it -> it.socket() == null ? it.response().bytes() > 0 : frame(it).isPresent());
    Integer status = last.status();
    return new Prover.Answers(
        one.evidencePhase(),
        last.service(),
        last.method(),
        path,
        status == null ? 0 : status,
        body,
        frame(last));
  }

  /** As the service's own log names it; where it does not, the path itself. */
  private static String template(Evidence all, Exchange exchange) {
    String traceId = exchange.traceId();
    String path = PathTemplate.bare(exchange.path());
    return traceId == null
        ? path
        : all.receipts(traceId).stream()
            .map(Fact::entry)
            .filter(Receipt.class::isInstance)
            .map(Receipt.class::cast)
            .filter(it -> exchange.spanId() != null && exchange.spanId().equals(it.parentId()))
            .map(Receipt::route)
            .filter(it -> new PathTemplate(it).places(path).isPresent())
            .findFirst()
            .orElse(path);
  }

  /** The type of the last frame with one that the service sent. */
  private static Optional<String> frame(Exchange exchange) {
    Exchange.Socket socket = exchange.socket();
    return socket == null
        ? Optional.empty()
        : socket.frames().stream()
            .filter(it -> it.direction().equals("out") && it.type() != null)
            .reduce((_, later) -> later)
            .map(Exchange.Frame::type);
  }
}
