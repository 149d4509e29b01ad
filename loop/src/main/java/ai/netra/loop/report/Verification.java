package ai.netra.loop.report;

import java.util.List;

/** What checking a run from its folder alone came to. */
public sealed interface Verification {

  /** 0, 1 or 14, as the exit codes say. */
  int exit();

  /** All that is claimed follows from the records. */
  record Verified(Report report) implements Verification {

    @Override
    public int exit() {
      return 0;
    }
  }

  /** The run has no last line: what is there is good up to this line. */
  record Unfinished(long goodLines, List<String> findings) implements Verification {

    @Override
    public int exit() {
      return 1;
    }
  }

  /** Something was changed: each finding names the record. */
  record Tampered(List<String> findings) implements Verification {

    @Override
    public int exit() {
      return 14;
    }
  }
}
