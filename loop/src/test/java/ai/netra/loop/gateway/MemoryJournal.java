package ai.netra.loop.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;

import ai.netra.loop.journal.Journal;
import ai.netra.loop.journal.JournalFailure;
import ai.netra.loop.record.BodyRef;
import ai.netra.loop.record.Entry;
import ai.netra.loop.record.Exchange;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** A journal that keeps its lines in memory, and refuses them when told to. */
final class MemoryJournal implements Journal {

  private final List<Entry> entries = new CopyOnWriteArrayList<>();
  private final ByteArrayOutputStream bodies = new ByteArrayOutputStream();
  private volatile boolean full;

  void fill() {
    full = true;
  }

  List<Exchange> exchanges() {
    return entries.stream().filter(Exchange.class::isInstance).map(Exchange.class::cast).toList();
  }

  synchronized String text(@Nullable BodyRef ref) {
    if (ref == null) {
      throw new AssertionError("the body was kept");
    }
    byte[] all = bodies.toByteArray();
    int from = (int) ref.offset();
    return new String(Arrays.copyOfRange(all, from, from + (int) ref.length()), UTF_8);
  }

  @Override
  public synchronized long append(int round, String key, Entry entry, List<Long> refs) {
    if (full) {
      throw new JournalFailure("no space left");
    }
    entries.add(entry);
    return entries.size();
  }

  @Override
  public synchronized BodyRef body(int round, byte[] bytes) {
    BodyRef ref = new BodyRef(bodies.size(), bytes.length, "");
    bodies.writeBytes(bytes);
    return ref;
  }

  @Override
  public String artifact(Path file) {
    throw new UnsupportedOperationException("the gateway keeps no artifacts");
  }

  @Override
  public String head() {
    throw new IllegalStateException("nothing here is chained");
  }

  @Override
  public void sync() {}

  @Override
  public Path folder() {
    throw new UnsupportedOperationException("the gateway needs no folder");
  }

  @Override
  public void close() {}
}
