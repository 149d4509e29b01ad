package ai.netra.loop.proof;

import ai.netra.loop.record.Exchange;
import ai.netra.loop.record.SuiteTerms;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Joins the exchanges of one attempt with the receipts under its trace ids: exactly by parent id
 * where the service logs it, else by what method, route and status say. A receipt with a parent id
 * that no exchange has is that of an inner call and stays apart.
 */
final class ReceiptJoin {

  /** What contradicts: a receipt that is missing, spare or different, and the lines concerned. */
  record Problem(String reason, List<Long> refs) {}

  private final Evidence all;
  private final List<Fact<Exchange>> exchanges;
  private final Map<Span, List<Slip>> bySpan = new HashMap<>();
  private final List<Slip> loose = new ArrayList<>();
  private final List<Slip> looseCloses = new ArrayList<>();
  private final Map<Long, Slip> joined = new HashMap<>();
  private final List<Problem> problems = new ArrayList<>();

  private record Span(String service, String parentId) {}

  private ReceiptJoin(Evidence all, List<Fact<Exchange>> exchanges) {
    this.all = all;
    this.exchanges = exchanges;
  }

  static ReceiptJoin of(Evidence all, SuiteTerms terms, List<Fact<Exchange>> exchanges) {
    List<Fact<Exchange>> readable =
        exchanges.stream()
            .filter(it -> terms.receiptWriters().contains(it.entry().service()))
            .filter(it -> it.entry().kind() != Exchange.Kind.RAW && it.entry().fault() == null)
            .filter(it -> !Exchanges.isProcess(it.entry()))
            // whole answers choose first: the receipt of a cut one may be missing
            .sorted(Comparator.comparing(it -> !it.entry().complete()))
            .toList();
    ReceiptJoin join = new ReceiptJoin(all, readable);
    join.sort(terms);
    readable.forEach(join::join);
    join.loose.forEach(join::spare);
    return join;
  }

  /** The receipt of the exchange in this line. */
  Optional<Slip> receiptOf(Fact<Exchange> exchange) {
    return Optional.ofNullable(joined.get(exchange.n()));
  }

  List<Problem> problems() {
    return List.copyOf(problems);
  }

  private void sort(SuiteTerms terms) {
    for (String traceId : traceIds()) {
      all.receipts(traceId).stream()
          .flatMap(fact -> Slip.of(fact).stream())
          .filter(slip -> terms.receiptWriters().contains(slip.service()))
          .forEach(this::sort);
    }
  }

  private Set<String> traceIds() {
    Set<String> traceIds = new LinkedHashSet<>();
    exchanges.stream()
        .map(it -> it.entry().traceId())
        .filter(Objects::nonNull)
        .forEach(traceIds::add);
    return traceIds;
  }

  private void sort(Slip slip) {
    checkBuild(slip);
    String parentId = slip.parentId();
    if (parentId != null) {
      bySpan.computeIfAbsent(new Span(slip.service(), parentId), _ -> new ArrayList<>()).add(slip);
      return;
    }
    if (slip.isAnswer()) {
      loose.add(slip);
    }
    if (slip.kind() == Slip.Kind.CLOSE) {
      looseCloses.add(slip);
    }
  }

  private void checkBuild(Slip slip) {
    String build = all.attested(slip.service()).map(it -> it.entry().build()).orElse("none");
    if (!slip.revision().equals(build)) {
      add(
          "a receipt of %s is of build %s instead of %s"
              .formatted(slip.service(), slip.revision(), build),
          List.of(slip.n()));
    }
  }

  private void join(Fact<Exchange> exchange) {
    List<Slip> exact = spanSlips(exchange.entry());
    List<Slip> answers = exact.stream().filter(Slip::isAnswer).toList();
    if (!answers.isEmpty()) {
      joinExactly(exchange, answers);
    } else if (!joinLoosely(exchange) && isOwed(exchange.entry())) {
      add("no receipt for " + Exchanges.words(exchange.entry()), List.of(exchange.n()));
    }
    checkClose(exchange, exact);
  }

  private List<Slip> spanSlips(Exchange exchange) {
    String spanId = exchange.spanId();
    return spanId == null
        ? List.of()
        : bySpan.getOrDefault(new Span(exchange.service(), spanId), List.of());
  }

  private void joinExactly(Fact<Exchange> exchange, List<Slip> answers) {
    joined.put(exchange.n(), answers.getFirst());
    for (Slip.Kind kind : List.of(Slip.Kind.REQUEST, Slip.Kind.HANDSHAKE)) {
      long count = answers.stream().filter(it -> it.kind() == kind).count();
      if (count > 1) {
        add(count + " receipts for one " + Exchanges.words(exchange.entry()), refs(answers));
      }
    }
    for (Slip slip : answers) {
      slip.differs(exchange.entry())
          .ifPresent(
              what ->
                  add(
                      "the receipt of " + Exchanges.words(exchange.entry()) + " says " + what,
                      List.of(exchange.n(), slip.n())));
    }
  }

  private boolean joinLoosely(Fact<Exchange> exchange) {
    Optional<Slip> fitting =
        loose.stream()
            .filter(it -> it.service().equals(exchange.entry().service()))
            .filter(it -> it.differs(exchange.entry()).isEmpty())
            .findFirst();
    fitting.ifPresent(
        slip -> {
          loose.remove(slip);
          joined.put(exchange.n(), slip);
        });
    return fitting.isPresent();
  }

  /** An exchange without a whole answer owes no receipt, nor does what no request was made of. */
  private static boolean isOwed(Exchange exchange) {
    return exchange.complete() && !Exchanges.mayPrecedeRequest(exchange);
  }

  private void checkClose(Fact<Exchange> exchange, List<Slip> exact) {
    Exchange it = exchange.entry();
    if (it.kind() != Exchange.Kind.SOCKET || !it.complete() || it.socket() == null) {
      return;
    }
    boolean closed = exact.stream().anyMatch(slip -> slip.kind() == Slip.Kind.CLOSE);
    if (!closed && !takeLooseClose(it.service())) {
      add("no close line for the socket " + Exchanges.words(it), List.of(exchange.n()));
    }
  }

  private boolean takeLooseClose(String service) {
    return looseCloses.stream()
        .filter(it -> it.service().equals(service))
        .findFirst()
        .map(looseCloses::remove)
        .orElse(false);
  }

  private void spare(Slip slip) {
    String what = slip.route() == null ? "a handshake" : slip.method() + " " + slip.route();
    add("a receipt too many: " + slip.service() + " " + what, List.of(slip.n()));
  }

  private void add(String reason, List<Long> refs) {
    problems.add(new Problem(reason, refs));
  }

  private static List<Long> refs(List<Slip> slips) {
    return slips.stream().map(Slip::n).toList();
  }
}
