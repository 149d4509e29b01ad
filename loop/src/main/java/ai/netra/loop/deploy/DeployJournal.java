package ai.netra.loop.deploy;

import ai.netra.loop.journal.Journal;
import ai.netra.loop.record.Entry;
import java.util.List;

/** The journal as a deploy of one round writes it. */
record DeployJournal(Journal journal, int round) {

  long append(Entry entry, List<Long> refs) {
    return journal.append(round, "", entry, refs);
  }

  long append(String key, Entry entry) {
    return journal.append(round, key, entry, List.of());
  }

  /** Takes what a process group tells of itself. */
  void process(Entry entry) {
    append(entry, List.of());
  }
}
