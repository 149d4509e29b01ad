package ai.netra.loop.proof;

import ai.netra.loop.proof.Evidence.TestName;
import ai.netra.loop.record.ReusedSmells;
import ai.netra.loop.record.Smells;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The looks at sources that a run knows of: its own, and those of earlier runs. */
final class Looks {

  private final Map<TestName, Fact<Smells>> own = new HashMap<>();
  private final Map<TestName, Fact<ReusedSmells>> takenOver = new HashMap<>();
  private final Map<String, String> catalogues = new HashMap<>();

  void add(long n, Smells it) {
    own.put(name(it), new Fact<>(n, it));
    catalogues.put(it.suite(), it.catalogue());
  }

  void add(long n, ReusedSmells it) {
    takenOver.put(name(it.smells()), new Fact<>(n, it));
  }

  private static TestName name(Smells it) {
    return new TestName(it.suite(), it.test());
  }

  /** What this run itself found in the sources of a test. */
  Optional<Fact<Smells>> own(TestName test) {
    return Optional.ofNullable(own.get(test));
  }

  /** What it took over of an earlier look. */
  Optional<Fact<ReusedSmells>> takenOver(TestName test) {
    return Optional.ofNullable(takenOver.get(test));
  }

  /** The rules by which this run looks at the sources of a suite; empty where it read none. */
  Optional<String> catalogue(String suite) {
    return Optional.ofNullable(catalogues.get(suite));
  }
}
