package ai.netra.loop.deploy;

import ai.netra.loop.journal.Journal;
import ai.netra.loop.record.BodyRef;
import ai.netra.loop.record.Entry;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Keeps the entries of a deploy in memory; the rest of a journal is not asked of it. */
final class MemoryJournal implements Journal {

  private final List<Entry> entries = new CopyOnWriteArrayList<>();

  <T extends Entry> List<T> entries(Class<T> type) {
    return entries.stream().filter(type::isInstance).map(type::cast).toList();
  }

  @Override
  public synchronized long append(int round, String key, Entry entry, List<Long> refs) {
    entries.add(entry);
    return entries.size();
  }

  @Override
  public BodyRef body(int round, byte[] bytes) {
    throw new UnsupportedOperationException("a deploy keeps no bodies");
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
  public void sync() {
    // memory is always in step
  }

  @Override
  public Path folder() {
    throw new UnsupportedOperationException("memory has no folder");
  }

  @Override
  public void close() {
    // nothing is open
  }
}
