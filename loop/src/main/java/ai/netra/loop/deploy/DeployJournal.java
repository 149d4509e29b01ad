package ai.netra.loop.deploy;

import ai.netra.loop.journal.Journal;
import ai.netra.loop.record.Entry;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/** The journal as a deploy of one round writes it. */
record DeployJournal(Journal journal, int round) {

  long append(Entry entry, List<Long> refs) {
    return journal.append(round, "", entry, refs);
  }

  long append(String key, Entry entry) {
    return journal.append(round, key, entry, List.of());
  }

  /** Takes what a process group tells of itself, and keeps its output once it ended. */
  Consumer<Entry> process(Path output) {
    return entry -> journal.process(round, entry, output);
  }
}
