package ai.netra.loop.round;

import ai.netra.loop.journal.Journal;
import ai.netra.loop.proof.Fact;
import ai.netra.loop.proof.Prover;
import ai.netra.loop.proof.Standing;
import ai.netra.loop.record.BodyRef;
import ai.netra.loop.record.Entry;
import ai.netra.loop.record.Exchange;
import ai.netra.loop.record.Inventory;
import ai.netra.loop.record.Order;
import ai.netra.loop.record.TestKey;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The run's journal, which remembers what was written, so that a step uses nothing that is not
 * journaled. Safe for use by many threads.
 */
final class Ledger implements Journal {

  private final Journal journal;

  /** Lines without a gap, in their order: guarded by itself, the writing of the line included. */
  private final List<Fact<Entry>> facts = new ArrayList<>();

  /** What earlier starts of the loop wrote, in whatever round. */
  private final Set<Entry> earlier = new HashSet<>();

  /** Begins a journal. */
  Ledger(Journal journal) {
    this(journal, List.of());
  }

  /**
   * Goes on with a journal.
   *
   * @param earlier its lines so far
   */
  Ledger(Journal journal, List<Fact<Entry>> earlier) {
    this.journal = journal;
    facts.addAll(earlier);
    earlier.forEach(it -> this.earlier.add(it.entry()));
  }

  @Override
  public long append(int round, String key, Entry entry, List<Long> refs) {
    synchronized (facts) {
      long n = journal.append(round, key, entry, refs);
      facts.add(new Fact<>(n, entry));
      return n;
    }
  }

  /**
   * Appends a line, unless the same was written before the loop was started again and still counts:
   * a later round begins with nothing.
   */
  void once(int round, Entry entry) {
    if (!earlier.contains(entry) || !stands(entry)) {
      append(round, "", entry, List.of());
    }
  }

  private boolean stands(Entry entry) {
    return Standing.of(facts(), Fact::entry).stream().anyMatch(it -> it.entry().equals(entry));
  }

  /** All that stands in the journal now. */
  List<Fact<Entry>> facts() {
    synchronized (facts) {
      return List.copyOf(facts);
    }
  }

  /** How many lines of a kind stand in the journal now. */
  int count(Class<? extends Entry> kind) {
    synchronized (facts) {
      return (int) facts.stream().filter(it -> kind.isInstance(it.entry())).count();
    }
  }

  /** The inventory of a suite that was frozen in this round; empty before it is discovered. */
  Optional<Inventory> frozen(String suite) {
    return inventory(Standing.of(facts(), Fact::entry), suite);
  }

  /** The last inventory of a suite, of whatever round; empty before it is discovered. */
  Optional<Inventory> inventory(String suite) {
    return inventory(facts(), suite);
  }

  private static Optional<Inventory> inventory(List<Fact<Entry>> facts, String suite) {
    return facts.stream()
        .map(Fact::entry)
        .filter(Inventory.class::isInstance)
        .map(Inventory.class::cast)
        .filter(it -> it.suite().equals(suite))
        .reduce((_, later) -> later);
  }

  /** The orders of a suite's full runs so far. */
  List<List<String>> orders(String suite) {
    return facts().stream()
        .map(Fact::entry)
        .filter(Order.class::isInstance)
        .map(Order.class::cast)
        .filter(it -> it.suite().equals(suite))
        .map(Order::tests)
        .toList();
  }

  /** The highest id of an exchange; 0 before the first. */
  long lastExchange() {
    return facts().stream()
        .map(Fact::entry)
        .filter(Exchange.class::isInstance)
        .mapToLong(it -> ((Exchange) it).id())
        .max()
        .orElse(0);
  }

  /** A prover of all that stands in the journal now. */
  Prover prover() {
    synchronized (facts) {
      return new Prover(facts);
    }
  }

  /** The exchanges of these attempts that stand in the journal now. */
  List<Exchange> exchanges(Collection<TestKey> keys) {
    Set<TestKey> asked = Set.copyOf(keys);
    synchronized (facts) {
      return facts.stream()
          .map(Fact::entry)
          .filter(Exchange.class::isInstance)
          .map(Exchange.class::cast)
          .filter(it -> it.key() != null && asked.contains(it.key()))
          .toList();
    }
  }

  @Override
  public BodyRef body(int round, byte[] bytes) {
    return journal.body(round, bytes);
  }

  @Override
  public String artifact(Path file) {
    return journal.artifact(file);
  }

  @Override
  public String head() {
    return journal.head();
  }

  @Override
  public void sync() {
    journal.sync();
  }

  @Override
  public Path folder() {
    return journal.folder();
  }

  @Override
  public void close() {
    journal.close();
  }
}
