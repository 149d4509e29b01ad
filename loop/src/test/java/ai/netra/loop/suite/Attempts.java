package ai.netra.loop.suite;

import ai.netra.loop.record.Attempt;
import java.util.List;

/** What a run came to. */
record Attempts(List<Attempt> all) {

  Attempt of(String test) {
    return all.stream().filter(it -> it.key().test().equals(test)).findFirst().orElseThrow();
  }
}
