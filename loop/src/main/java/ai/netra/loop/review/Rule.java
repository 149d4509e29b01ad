package ai.netra.loop.review;

import ai.netra.loop.record.AuditScore.Finding;
import java.util.List;

/** One rule of the audit, which needs no execution. */
interface Rule {

  /** Its name in records: V01 and so on. */
  String name();

  /** What all its findings together may take from the score at most. */
  default int cap() {
    return Integer.MAX_VALUE;
  }

  /** Whether it has an answer about a tree without a change. */
  default boolean judgesTrees() {
    return false;
  }

  /** What it finds, each with the full deduction. */
  List<Finding> look(Material material);

  /** A finding that refuses the candidate. */
  default Finding fatal(ChangedFile file, int line, String words) {
    return new Finding(name(), file.path() + ":" + line, words, Review.FATAL_DEDUCTION, true);
  }

  /** A finding that costs points. */
  default Finding costs(int points, ChangedFile file, int line, String words) {
    return new Finding(name(), file.path() + ":" + line, words, points, false);
  }
}
