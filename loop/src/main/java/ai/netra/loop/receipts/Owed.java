package ai.netra.loop.receipts;

import ai.netra.loop.record.Entry;
import ai.netra.loop.record.Exchange;
import ai.netra.loop.record.Receipt;
import ai.netra.loop.record.SocketReceipt;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The lines that a service owes for exchanges. */
record Owed(List<Line> lines) {

  /** Answers that a parser may give before there is a request that could be logged. */
  private static final Set<Integer> BEFORE_A_REQUEST = Set.of(400, 414, 431);

  private static final int SWITCHING = 101;
  private static final String CLOSE = "close";
  private static final String HANDSHAKE = "handshake";

  /** A line: whose it is, and whether it is the close of a socket. */
  record Line(String traceId, @Nullable String parentId, boolean close) {

    /** The same line of a service that does not log the parent id. */
    Line withoutParent() {
      return new Line(traceId, null, close);
    }
  }

  static Owed of(String service, Collection<Exchange> exchanges) {
    return new Owed(
        exchanges.stream()
            .filter(exchange -> exchange.service().equals(service))
            .filter(Owed::owesLine)
            .map(Owed::line)
            .toList());
  }

  private static boolean owesLine(Exchange exchange) {
    return exchange.complete()
        && exchange.fault() == null
        && exchange.traceId() != null
        && exchange.kind() != Exchange.Kind.RAW
        && exchange.caller() == null
        && !BEFORE_A_REQUEST.contains(exchange.status());
  }

  private static Line line(Exchange exchange) {
    String traceId = exchange.traceId();
    if (traceId == null) {
      throw new IllegalArgumentException("what owes a line has a trace, got " + exchange);
    }
    return new Line(traceId, exchange.spanId(), exchange.kind() == Exchange.Kind.SOCKET);
  }

  /** Whether each line is there, or as many without a parent id as there are without one. */
  boolean isPaid(List<Entry> entries) {
    List<Line> written = entries.stream().flatMap(entry -> ofEntry(entry).stream()).toList();
    Set<Line> exact = Set.copyOf(written);
    return lines.stream()
        .filter(line -> !exact.contains(line))
        .collect(Collectors.groupingBy(Line::withoutParent, Collectors.counting()))
        .entrySet()
        .stream()
        .allMatch(loose -> count(written, loose.getKey()) >= loose.getValue());
  }

  private static long count(List<Line> written, Line line) {
    return written.stream().filter(line::equals).count();
  }

  private static List<Line> ofEntry(Entry entry) {
    return switch (entry) {
      case Receipt it -> List.of(new Line(it.traceId(), it.parentId(), false));
      case SocketReceipt it when it.event().equals(CLOSE) ->
          List.of(new Line(it.traceId(), it.parentId(), true));
      case SocketReceipt it when it.event().equals(HANDSHAKE) && !isOpened(it) ->
          List.of(new Line(it.traceId(), it.parentId(), false));
      default -> List.of();
    };
  }

  /** A refused handshake is answered over HTTP, and has no close. */
  private static boolean isOpened(SocketReceipt handshake) {
    Integer status = handshake.status();
    return status == null || status == SWITCHING;
  }
}
