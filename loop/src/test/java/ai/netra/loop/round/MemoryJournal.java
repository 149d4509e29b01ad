package ai.netra.loop.round;

import ai.netra.loop.journal.Journal;
import ai.netra.loop.record.BodyRef;
import ai.netra.loop.record.Entry;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A journal that keeps its lines in memory. */
final class MemoryJournal implements Journal {

  private final List<Entry> entries = new CopyOnWriteArrayList<>();
  private final List<String> keys = new CopyOnWriteArrayList<>();

  @Override
  public synchronized long append(int round, String key, Entry entry, List<Long> refs) {
    entries.add(entry);
    keys.add(key);
    return entries.size();
  }

  int size() {
    return entries.size();
  }

  /** The key of a line, counted from 1. */
  String key(int line) {
    return keys.get(line - 1);
  }

  /** The lines of a kind, in order. */
  <T extends Entry> List<T> all(Class<T> kind) {
    return entries.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  @Override
  public BodyRef body(int round, byte[] bytes) {
    throw new UnsupportedOperationException("no test keeps bodies here");
  }

  @Override
  public String artifact(Path file) {
    throw new UnsupportedOperationException("no test keeps artifacts here");
  }

  @Override
  public String head() {
    throw new IllegalStateException("nothing here is chained");
  }

  @Override
  public void sync() {}

  @Override
  public Path folder() {
    throw new UnsupportedOperationException("kept in memory");
  }

  @Override
  public void close() {}
}
