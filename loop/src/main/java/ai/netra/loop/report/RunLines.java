package ai.netra.loop.report;

import ai.netra.loop.journal.Line;
import ai.netra.loop.proof.Standing;
import ai.netra.loop.record.Attempt;
import ai.netra.loop.record.Entry;
import ai.netra.loop.record.Exchange;
import ai.netra.loop.record.Mode;
import ai.netra.loop.record.Mutant;
import ai.netra.loop.record.Receipt;
import ai.netra.loop.record.TestKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The lines of a finished run, by what a section asks for. */
final class RunLines {

  private final Report report;
  private final List<Line> lines;
  private final List<Line> standing;
  private final Map<TestKey, List<Found<Exchange>>> exchanges = new HashMap<>();
  private final Map<String, Receipt> receipts = new HashMap<>();

  /** A record and the number of its line. */
  record Found<T extends Entry>(Line line, T entry) {

    long n() {
      return line.n();
    }
  }

  RunLines(Report report, List<Line> lines) {
    this.report = report;
    this.lines = lines;
    this.standing = Standing.of(lines, Line::data);
    for (Found<Exchange> found : all(Exchange.class)) {
      TestKey key = found.entry().key();
      if (key != null) {
        exchanges.computeIfAbsent(key, _ -> new ArrayList<>()).add(found);
      }
    }
    for (Found<Receipt> found : all(Receipt.class)) {
      if (found.entry().parentId() != null) {
        receipts.put(found.entry().parentId(), found.entry());
      }
    }
  }

  Report report() {
    return report;
  }

  List<Line> lines() {
    return lines;
  }

  /** Of the tree that the run stands on at its end. */
  <T extends Entry> List<Found<T>> all(Class<T> kind) {
    return found(standing, kind);
  }

  /** Of every round, and of what was tried aside. */
  <T extends Entry> List<Found<T>> ever(Class<T> kind) {
    return found(lines, kind);
  }

  private static <T extends Entry> List<Found<T>> found(List<Line> lines, Class<T> kind) {
    return lines.stream()
        .filter(it -> kind.isInstance(it.data()))
        .map(it -> new Found<>(it, kind.cast(it.data())))
        .toList();
  }

  List<Found<Attempt>> attempts(Mode mode) {
    return all(Attempt.class).stream().filter(it -> it.entry().key().mode() == mode).toList();
  }

  /** The attempts of the mutants that each test must notice. */
  List<Found<Attempt>> asked() {
    Set<TestKey> asked =
        all(Mutant.class).stream()
            .map(Found::entry)
            .filter(it -> it.change().isAsked())
            .map(Mutant::key)
            .collect(Collectors.toSet());
    return attempts(Mode.MUTANT).stream().filter(it -> asked.contains(it.entry().key())).toList();
  }

  List<Found<Exchange>> exchanges(TestKey key) {
    return exchanges.getOrDefault(key, List.of());
  }

  /** The whole, undisturbed answers of the deployed services in the runs that count. */
  List<Found<Exchange>> answered() {
    return all(Exchange.class).stream()
        .filter(it -> it.entry().key() != null && it.entry().key().mode() == Mode.VERDICT)
        .filter(it -> it.entry().instance() == null && it.entry().caller() == null)
        .filter(it -> it.entry().complete() && it.entry().fault() == null)
        .toList();
  }

  /** The route of an exchange as the service's own log names it. */
  Optional<String> route(Exchange exchange) {
    return Optional.ofNullable(exchange.spanId())
        .map(receipts::get)
        .map(it -> it.method() + " " + it.route());
  }

  static List<Long> numbers(List<? extends Found<?>> found) {
    return found.stream().map(Found::n).toList();
  }
}
