package ai.netra.loop.receipts;

import ai.netra.loop.record.Entry;
import ai.netra.loop.record.Exchange;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * Follows the log of one service. Lines that are no receipts are passed over; lines that should be
 * one and cannot be read are counted. For one thread at a time.
 */
public final class ReceiptLog {

  private static final Duration POLL = Duration.ofMillis(10);

  private final LogTail tail;
  private final ReceiptParser parser;
  private final LongSupplier nanoTime;
  private final List<Entry> all = new ArrayList<>();
  private int given;

  private ReceiptLog(ReceiptSource source, LongSupplier nanoTime) {
    this.tail = new LogTail(source.log(), source.offset());
    this.parser = new ReceiptParser(source.service(), source.fields());
    this.nanoTime = nanoTime;
  }

  /** Begins to follow; reads nothing yet. {@code nanoTime} is the monotonic clock. */
  public static ReceiptLog follow(ReceiptSource source, LongSupplier nanoTime) {
    return new ReceiptLog(source, nanoTime);
  }

  /**
   * The receipts in whole lines that came since the last call: {@link ai.netra.loop.record.Receipt}
   * and {@link ai.netra.loop.record.SocketReceipt}.
   *
   * @throws java.io.UncheckedIOException when the log cannot be read
   */
  public List<Entry> next() {
    read();
    List<Entry> fresh = List.copyOf(all.subList(given, all.size()));
    given = all.size();
    return fresh;
  }

  /**
   * Like {@link #next}, but first waits until the service wrote what it owes for these exchanges: a
   * line for each request that was answered whole, and a close line for each socket; at most so
   * long. Exchanges of other services owe nothing here.
   */
  public List<Entry> await(Collection<Exchange> exchanges, Duration longest)
      throws InterruptedException {
    Owed owed = Owed.of(parser.service(), exchanges);
    long start = nanoTime.getAsLong();
    read();
    while (!owed.isPaid(all) && nanoTime.getAsLong() - start < longest.toNanos()) {
      Thread.sleep(POLL);
      read();
    }
    return next();
  }

  /** How many lines so far should have been receipts and could not be read. */
  public long unreadable() {
    return parser.unreadable();
  }

  private void read() {
    for (String line : tail.lines()) {
      parser.parse(line).ifPresent(all::add);
    }
  }
}
