package ai.netra.loop.proof;

import ai.netra.loop.proof.Evidence.TestName;
import ai.netra.loop.record.Attempt;
import ai.netra.loop.record.Exchange;
import ai.netra.loop.record.Mutant;
import ai.netra.loop.record.Mutant.Change;
import ai.netra.loop.record.Reused;
import ai.netra.loop.record.TestKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The mutants that a run knows of: its own, and those of earlier runs. */
final class Tries {

  private record Of(TestName test, Change change) {}

  private final Map<TestKey, Mutant> planned = new HashMap<>();
  private final Map<Of, Fact<Reused>> takenOver = new HashMap<>();

  void add(Mutant it) {
    planned.put(it.key(), it);
  }

  void add(long n, Reused it) {
    Mutant mutant = Objects.requireNonNull(it.mutant(), "a mutant was taken over");
    takenOver.put(new Of(new TestName(it.suite(), it.test()), mutant.change()), new Fact<>(n, it));
  }

  /** The last mutant of this change up to a full run, else the one that was taken over. */
  Optional<Try> of(Evidence all, TestName test, Change change, int run) {
    return all.mutants(test, run).reversed().stream()
        .filter(it -> isOf(it.entry().key(), change))
        .findFirst()
        .map(it -> own(all, it))
        .or(() -> Optional.ofNullable(takenOver.get(new Of(test, change))).map(Tries::takenOver));
  }

  private boolean isOf(TestKey key, Change change) {
    Mutant mutant = planned.get(key);
    return mutant != null && mutant.change() == change;
  }

  private Try own(Evidence all, Fact<Attempt> attempt) {
    TestKey key = attempt.entry().key();
    List<Fact<Exchange>> changed =
        all.exchanges(key).stream().filter(it -> it.entry().fault() != null).toList();
    List<Long> refs = new ArrayList<>(changed.stream().map(Fact::n).toList());
    refs.add(attempt.n());
    return new Try(
        attempt.n(),
        Objects.requireNonNull(planned.get(key)),
        attempt.entry(),
        changed.stream().map(Fact::entry).toList(),
        refs,
        null);
  }

  private static Try takenOver(Fact<Reused> fact) {
    Reused it = fact.entry();
    Mutant mutant = Objects.requireNonNull(it.mutant());
    return new Try(fact.n(), mutant, it.attempt(), it.exchanges(), List.of(fact.n()), it);
  }
}
