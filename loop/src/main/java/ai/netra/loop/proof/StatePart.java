package ai.netra.loop.proof;

import ai.netra.loop.record.Exchange;
import ai.netra.loop.record.Proof.Part;
import ai.netra.loop.record.StateProbe;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Part 4: each successful write is read back, by what the service says it stored, by a probe or by
 * a later exchange about the same resource. A service that says nothing of what it stores and has
 * no probe cannot be asked.
 */
final class StatePart {

  private static final Set<Integer> GONE = Set.of(404, 410);

  private final Case one;
  private final List<Long> refs = new ArrayList<>();
  private int asked;

  private StatePart(Case one) {
    this.one = one;
  }

  static Part of(Case one) {
    if (!one.asksReceipts() && one.terms().entry().probes().isEmpty()) {
      return Parts.STATE.notAsked("at level wire only a probe reads state back, none is declared");
    }
    return new StatePart(one).part();
  }

  private Part part() {
    Optional<Fact<StateProbe>> denied = denied();
    if (denied.isPresent()) {
      return Parts.STATE.contradicted(words(denied.get().entry()), List.of(denied.get().n()));
    }
    List<Fact<Exchange>> unread = new ArrayList<>();
    for (Fact<Exchange> write : writes()) {
      asked++;
      readBack(write).ifPresentOrElse(line -> see(write, line), () -> unread.add(write));
    }
    if (!unread.isEmpty()) {
      return Parts.STATE.missing(
          "never read back: " + Exchanges.words(unread.getFirst().entry()),
          unread.stream().map(Fact::n).toArray(Long[]::new));
    }
    return asked == 0
        ? Parts.STATE.notAsked("it made no write whose effect the service tells")
        : Parts.STATE.present(asked + " writes read back", refs);
  }

  private void see(Fact<Exchange> write, long line) {
    refs.add(write.n());
    refs.add(line);
  }

  private List<Fact<Exchange>> writes() {
    return one.exchanges().stream()
        .filter(it -> Exchanges.isWrite(it.entry()))
        .filter(it -> hasProbe(it.entry()) || saysStored(it))
        .toList();
  }

  private boolean hasProbe(Exchange write) {
    return one.terms().entry().probes().stream()
        .anyMatch(it -> it.places(write.service(), write.method(), write.path()).isPresent());
  }

  private boolean saysStored(Fact<Exchange> write) {
    return one.asksReceipts()
        && one.all().saysStored(write.entry().service())
        && !wroteNothing(write);
  }

  private Optional<Fact<StateProbe>> denied() {
    return one.exchanges().stream()
        .flatMap(it -> one.all().probe(it.entry()).stream())
        .filter(it -> it.entry().denies())
        .findFirst();
  }

  private static String words(StateProbe probe) {
    return "%s answered %s after the write, %d shows its effect"
        .formatted(probe.read(), probe.status(), probe.expected());
  }

  /** An empty list is the service's word that the request wrote nothing. */
  private boolean wroteNothing(Fact<Exchange> write) {
    return one.join().receiptOf(write).map(Slip::stored).filter(List::isEmpty).isPresent();
  }

  private Optional<Long> readBack(Fact<Exchange> write) {
    return one.join()
        .receiptOf(write)
        .filter(it -> it.stored() != null && !it.stored().isEmpty())
        .map(Slip::n)
        .or(() -> shown(write))
        .or(() -> laterRead(write));
  }

  private Optional<Long> shown(Fact<Exchange> write) {
    return one.all().probe(write.entry()).filter(it -> it.entry().shows()).map(Fact::n);
  }

  private Optional<Long> laterRead(Fact<Exchange> write) {
    return one.exchanges().stream()
        .filter(it -> reads(it.entry(), write.entry()))
        .map(Fact::n)
        .findFirst();
  }

  private static boolean reads(Exchange later, Exchange write) {
    Instant answered = write.started().plusNanos(write.totalMicros() * 1_000);
    return later.method().equals("GET")
        && Exchanges.isEvidence(later)
        && later.service().equals(write.service())
        && !later.started().isBefore(answered)
        && showsEffect(later, write);
  }

  /** What was made or changed must be there under its own path, what was deleted must be gone. */
  private static boolean showsEffect(Exchange later, Exchange write) {
    String read = Exchanges.path(later);
    String written = Exchanges.path(write);
    Integer status = later.status();
    boolean same = read.equals(written);
    if (write.method().equals("DELETE")) {
      return same && status != null && GONE.contains(status);
    }
    boolean below = write.method().equals("POST") && read.startsWith(written + "/");
    return (same || below) && Exchanges.succeeded(later) && later.response().bytes() > 0;
  }
}
