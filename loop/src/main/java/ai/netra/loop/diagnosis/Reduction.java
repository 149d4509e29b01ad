package ai.netra.loop.diagnosis;

import ai.netra.loop.diagnosis.Trials.Colour;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Hierarchical delta debugging (Zeller and Hildebrandt 2002, Misherghi and Su 2006): of many pieces
 * of a change the smallest set that must be taken back for a failure to be gone, first by large
 * groups, then within them. Nothing can be left out of what it finds.
 *
 * @param <T> a piece
 */
final class Reduction<T> {

  /** What is seen without some pieces. */
  @FunctionalInterface
  interface Without<T> {

    Colour look(List<T> pieces);
  }

  /** The pieces that something else points to are tried alone before anything is searched. */
  private static final int MOST_SUSPECTS = 2;

  private final Without<T> without;
  private final Map<Set<T>, Colour> seen = new HashMap<>();

  Reduction(Without<T> without) {
    this.without = without;
  }

  /** How many different sets were tried. */
  int tried() {
    return seen.size();
  }

  /**
   * The smallest set; empty where the failure stays even without all pieces.
   *
   * @param pieces all of them, the most suspicious first
   * @param suspects how many of them, at the head, something points to
   * @param levels how pieces are put into groups, the largest groups first
   */
  Optional<List<T>> of(List<T> pieces, int suspects, List<Function<T, ?>> levels) {
    for (T piece : pieces.subList(0, Math.min(suspects, MOST_SUSPECTS))) {
      if (isGone(List.of(piece))) {
        return Optional.of(List.of(piece));
      }
    }
    if (pieces.isEmpty() || !isGone(pieces)) {
      return Optional.empty();
    }
    List<T> left = pieces;
    for (Function<T, ?> level : levels) {
      left = joined(smallest(groups(left, level)));
    }
    return Optional.of(joined(smallest(left.stream().map(List::of).toList())));
  }

  private static <T> List<List<T>> groups(List<T> pieces, Function<T, ?> level) {
    Map<Object, List<T>> groups = new LinkedHashMap<>();
    pieces.forEach(it -> groups.computeIfAbsent(level.apply(it), _ -> new ArrayList<>()).add(it));
    return List.copyOf(groups.values());
  }

  private static <T> List<T> joined(List<List<T>> groups) {
    return groups.stream().flatMap(List::stream).toList();
  }

  private boolean isGone(List<T> pieces) {
    Set<T> key = new LinkedHashSet<>(pieces);
    Colour known = seen.get(key);
    if (known == null) {
      known = without.look(pieces);
      seen.put(key, known);
    }
    return known == Colour.GREEN;
  }

  /** The failure is gone without all of these groups. */
  private List<List<T>> smallest(List<List<T>> groups) {
    List<List<T>> left = groups;
    int parts = 2;
    while (left.size() > 1) {
      Optional<List<List<T>>> smaller = smaller(left, Math.min(parts, left.size()));
      if (smaller.isPresent()) {
        parts = smaller.get().size() < left.size() / 2 ? 2 : Math.max(parts - 1, 2);
        left = smaller.get();
      } else if (parts >= left.size()) {
        return left;
      } else {
        parts = Math.min(left.size(), parts * 2);
      }
    }
    return left;
  }

  /** One part, or all but one part, without which the failure is gone too. */
  private Optional<List<List<T>>> smaller(List<List<T>> groups, int parts) {
    List<List<List<T>>> cut = cut(groups, parts);
    Optional<List<List<T>>> alone = cut.stream().filter(it -> isGone(joined(it))).findFirst();
    return alone.or(
        () ->
            cut.stream()
                .filter(_ -> cut.size() > 2)
                .map(part -> groups.stream().filter(it -> !part.contains(it)).toList())
                .filter(it -> isGone(joined(it)))
                .findFirst());
  }

  private static <E> List<List<E>> cut(List<E> all, int parts) {
    List<List<E>> cut = new ArrayList<>();
    for (int i = 0; i < parts; i++) {
      cut.add(all.subList(i * all.size() / parts, (i + 1) * all.size() / parts));
    }
    return cut;
  }
}
