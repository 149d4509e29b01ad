package ai.netra.loop.round;

import ai.netra.loop.gateway.Fault;
import ai.netra.loop.proof.Prover.Answers;
import ai.netra.loop.record.Exchange.Kind;
import ai.netra.loop.record.Mutant;
import ai.netra.loop.record.Mutant.Change;
import ai.netra.loop.record.PathTemplate;
import ai.netra.loop.record.TestKey;
import java.util.List;
import java.util.Set;

/** Chooses what is changed in the answers of a test, and tells the gateway. */
final class MutantChoice {

  /** What a service sends after the frame that a test waits for it may never read. */
  static final int DROPPED_TYPES = 2;

  private MutantChoice() {}

  /**
   * One that a test must notice.
   *
   * @param types of how many types, from the last on, frames do not arrive on a socket
   */
  static Mutant asked(TestKey key, Answers it, Change change, int types) {
    boolean drops = change == Change.STATUS && it.kind() == Kind.SOCKET && !it.frames().isEmpty();
    List<String> frames = it.frames().stream().limit(types).toList();
    return new Mutant(
        key,
        change,
        it.service(),
        it.method(),
        it.path().text(),
        drops ? frames : List.of(),
        drops || change == Change.BODY ? 0 : it.otherStatus(),
        0);
  }

  /** One that makes the score. */
  static Mutant seeded(TestKey key, Answers it, long seed) {
    List<Change> changes =
        it.frames().isEmpty()
            ? List.of(Change.LEAF)
            : List.of(Change.LEAF, Change.DROPPED, Change.DOUBLED);
    return new Mutant(
        key,
        chosen(changes, seed),
        it.service(),
        it.method(),
        it.path().text(),
        it.frames().isEmpty() ? List.of() : List.of(chosen(it.frames(), seed / changes.size())),
        0,
        seed);
  }

  private static <T> T chosen(List<T> all, long seed) {
    return all.get((int) Long.remainderUnsigned(seed, all.size()));
  }

  /** What the gateway does. */
  static Fault fault(Answers answers, Mutant it) {
    Fault.Spot spot = new Fault.Spot(it.service(), it.method(), new PathTemplate(it.path()));
    return new Fault.Mutant(answers.from(), spot, change(it));
  }

  private static Fault.Change change(Mutant it) {
    Set<String> frames = Set.copyOf(it.frames());
    return switch (it.change()) {
      case STATUS ->
          frames.isEmpty()
              ? new Fault.Change.Status(it.status())
              : new Fault.Change.DropFrames(frames);
      case BODY -> new Fault.Change.Leaves();
      case LEAF -> new Fault.Change.Leaf(it.seed(), frames);
      case DROPPED -> new Fault.Change.DropFrames(frames);
      case DOUBLED -> new Fault.Change.DoubleFrames(frames);
    };
  }
}
