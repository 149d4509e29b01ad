package ai.netra.loop.suite;

import ai.netra.loop.journal.Journal;
import ai.netra.loop.record.BodyRef;
import ai.netra.loop.record.Entry;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A journal that keeps its entries in memory. */
final class MemoryJournal implements Journal {

  private final List<Entry> entries = new ArrayList<>();

  synchronized <T extends Entry> List<T> of(Class<T> type) {
    return entries.stream().filter(type::isInstance).map(type::cast).toList();
  }

  @Override
  public synchronized long append(int round, String key, Entry entry, List<Long> refs) {
    entries.add(entry);
    return entries.size();
  }

  @Override
  public BodyRef body(int round, byte[] bytes) {
    throw new UnsupportedOperationException("a suite keeps no bodies");
  }

  @Override
  public String artifact(Path file) {
    return "kept " + file.getFileName();
  }

  @Override
  public String head() {
    throw new IllegalStateException("nothing here is chained");
  }

  @Override
  public void sync() {}

  @Override
  public Path folder() {
    throw new UnsupportedOperationException("a suite does not look into the journal");
  }

  @Override
  public void close() {}
}
