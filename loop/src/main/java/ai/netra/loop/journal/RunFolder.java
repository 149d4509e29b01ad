package ai.netra.loop.journal;

import java.nio.file.Path;

/** Where the files of a run stand. */
record RunFolder(Path path) {

  Path journal() {
    return path.resolve("journal.jsonl");
  }

  /** The bodies of a round; offsets in records of that round count from its beginning. */
  Path bodies(int round) {
    return path.resolve("rounds").resolve(Integer.toString(round)).resolve("bodies.pack");
  }

  Path artifacts() {
    return path.resolve("artifacts");
  }

  /** Space set aside, given back when the disk is full so that the run can end in order. */
  Path reserve() {
    return path.resolve("reserve");
  }
}
