package ai.netra.loop.proof;

import ai.netra.loop.record.Exchange;
import ai.netra.loop.record.Exchange.Kind;
import ai.netra.loop.record.PathTemplate;
import ai.netra.loop.record.Receipt;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Finds the last route that a test called, else its last order about a process that ended: those
 * answers are what part 6 changes.
 */
final class LastRoute {

  private LastRoute() {}

  static Optional<Prover.Answers> of(Case one) {
    return last(one, it -> it.kind() == Kind.HTTP || it.kind() == Kind.SOCKET)
        .map(it -> onRoute(one, it))
        .or(() -> last(one, Exchanges::isProcess).map(it -> ofProcess(one, it)));
  }

  private static Optional<Exchange> last(Case one, Predicate<Exchange> wanted) {
    return one.evidence().stream()
        .map(Fact::entry)
        .filter(wanted)
        .max(Comparator.comparingLong(Exchange::id));
  }

  private static Prover.Answers onRoute(Case one, Exchange last) {
    PathTemplate path = new PathTemplate(template(one.all(), last));
    boolean body =
        one.evidence().stream()
            .map(Fact::entry)
            .filter(it -> it.service().equals(last.service()))
            .filter(it -> it.method().equals(last.method()) && path.places(it.path()).isPresent())
            .anyMatch(
                it -> it.socket() == null ? it.response().bytes() > 0 : !frames(it).isEmpty());
    return answers(one, last, path, body);
  }

  private static Prover.Answers ofProcess(Case one, Exchange last) {
    return answers(one, last, new PathTemplate(""), last.response().bytes() > 0);
  }

  private static Prover.Answers answers(
      Case one, Exchange last, PathTemplate path, boolean hasBody) {
    Integer status = last.status();
    boolean own = one.exchanges().stream().anyMatch(it -> it.entry().instance() != null);
    return new Prover.Answers(
        one.evidencePhase(),
        last.kind(),
        last.service(),
        last.method(),
        path,
        status == null ? 0 : status,
        hasBody,
        frames(last),
        own);
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

  /**
   * The types of the frames that the service sent, the last first. That of its first frame, which
   * greets, only where there is no other.
   */
  private static List<String> frames(Exchange exchange) {
    Exchange.Socket socket = exchange.socket();
    List<String> sent =
        socket == null
            ? List.of()
            : socket.frames().stream()
                .filter(it -> it.direction().equals("out"))
                .flatMap(it -> Optional.ofNullable(it.type()).stream())
                .toList();
    List<String> types = new ArrayList<>(sent.reversed().stream().distinct().toList());
    if (types.size() > 1) {
      types.remove(sent.getFirst());
    }
    return types;
  }
}
