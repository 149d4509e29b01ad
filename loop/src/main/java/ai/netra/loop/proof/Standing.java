package ai.netra.loop.proof;

import ai.netra.loop.record.Entry;
import ai.netra.loop.record.RoundStarted;
import ai.netra.loop.record.RunContinued;
import ai.netra.loop.record.RunStarted;
import ai.netra.loop.record.Stability;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The lines of a run that a verdict can rest on: those of the tree that it stands on now. A round
 * begins with nothing; one whose candidate was refused leaves what stood before it.
 */
public final class Standing {

  private Standing() {}

  /**
   * Those of all lines so far, in their order.
   *
   * @param entry the record of a line
   */
  public static <T> List<T> of(List<T> lines, Function<? super T, ? extends Entry> entry) {
    List<T> standing = new ArrayList<>();
    Optional<List<T>> before = Optional.empty();
    Aside aside = new Aside();
    for (T line : lines) {
      Entry it = entry.apply(line);
      if (it instanceof RoundStarted) {
        // one that was begun again after a kill leaves what stood before the first time
        before = Optional.of(before.orElse(List.copyOf(standing)));
        standing = new ArrayList<>(standing.subList(0, beginsWithStart(standing, entry) ? 1 : 0));
      }
      if (it instanceof Stability stability && before.isPresent()) {
        standing = stability.passed() ? standing : new ArrayList<>(before.get());
        before = Optional.empty();
      }
      if (!aside.see(it) || it instanceof RunContinued) {
        standing.add(line);
      }
    }
    return standing;
  }

  /** The tree that a run stands on after these lines; it began with that of its first line. */
  public static <T> String tree(List<T> lines, Function<? super T, ? extends Entry> entry) {
    String tree = "";
    for (T line : of(lines, entry)) {
      tree =
          switch (entry.apply(line)) {
            case RunStarted it -> it.tree();
            case RoundStarted it -> it.tree();
            default -> tree;
          };
    }
    return tree;
  }

  private static <T> boolean beginsWithStart(
      List<T> lines, Function<? super T, ? extends Entry> entry) {
    return !lines.isEmpty() && entry.apply(lines.getFirst()) instanceof RunStarted;
  }
}
