package ai.netra.loop.round;

import ai.netra.loop.journal.Journal;
import ai.netra.loop.record.BodyRef;
import ai.netra.loop.record.Entry;
import java.nio.file.Path;
import java.util.List;

/** What is done outside a run proves nothing and is not recorded. */
record Unrecorded(Path folder) implements Journal {

  @Override
  public long append(int round, String key, Entry entry, List<Long> refs) {
    return 0;
  }

  @Override
  public BodyRef body(int round, byte[] bytes) {
    throw new IllegalStateException("outside a run no body is kept");
  }

  @Override
  public String artifact(Path file) {
    throw new IllegalStateException("outside a run no artifact is kept");
  }

  @Override
  public String head() {
    throw new IllegalStateException("nothing here is chained");
  }

  @Override
  public void sync() {}

  @Override
  public void close() {}
}
