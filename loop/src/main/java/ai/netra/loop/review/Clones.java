package ai.netra.loop.review;

import ai.netra.loop.review.Tokens.Token;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds runs of tokens that stand twice, by a rolling hash (Rabin and Karp) over each run. */
final class Clones {

  /** Shorter runs are alike by chance. */
  private static final int SHORTEST = 50;

  private static final long FACTOR = 1_000_003;

  private final Map<String, List<Token>> files = new LinkedHashMap<>();
  private final Map<String, long[]> hashes = new HashMap<>();
  private final Map<Long, List<Place>> places = new HashMap<>();
  private final Set<Long> told = new HashSet<>();

  private record Place(String path, int index) {}

  /** A run and the place where it stands too. */
  record Twin(int line, int tokens, String path, int otherLine) {}

  void add(String path, String code) {
    List<Token> tokens = Tokens.of(code);
    long[] runs = runs(tokens);
    files.put(path, tokens);
    hashes.put(path, runs);
    for (int at = 0; at < runs.length; at++) {
      places.computeIfAbsent(runs[at], _ -> new ArrayList<>(1)).add(new Place(path, at));
    }
  }

  private static long[] runs(List<Token> tokens) {
    long[] runs = new long[Math.max(0, tokens.size() - SHORTEST + 1)];
    long highest = 1;
    for (int i = 1; i < SHORTEST; i++) {
      highest *= FACTOR;
    }
    long hash = 0;
    for (int i = 0; i < tokens.size(); i++) {
      if (i >= SHORTEST) {
        hash -= highest * tokens.get(i - SHORTEST).text().hashCode();
      }
      hash = hash * FACTOR + tokens.get(i).text().hashCode();
      if (i >= SHORTEST - 1) {
        runs[i - SHORTEST + 1] = hash;
      }
    }
    return runs;
  }

  /**
   * The longest runs of a file that lie on these lines and stand elsewhere; each pair is told once.
   */
  List<Twin> in(String path, Set<Integer> lines) {
    List<Twin> twins = new ArrayList<>();
    List<Token> tokens = files.getOrDefault(path, List.of());
    long[] runs = hashes.getOrDefault(path, new long[0]);
    for (int at = 0; at < runs.length; at++) {
      Optional<Place> other =
          isOn(tokens, at, lines) ? elsewhere(path, at, runs[at]) : Optional.empty();
      if (other.isPresent()) {
        int length = length(tokens, at, other.get(), lines);
        for (int i = at; i <= at + length - SHORTEST; i++) {
          told.add(runs[i]);
        }
        twins.add(twin(tokens.get(at).line(), length, other.get()));
        at += length - 1;
      }
    }
    return twins;
  }

  private Twin twin(int line, int length, Place other) {
    return new Twin(line, length, other.path(), tokens(other).get(other.index()).line());
  }

  private List<Token> tokens(Place place) {
    return files.getOrDefault(place.path(), List.of());
  }

  private static boolean isOn(List<Token> tokens, int at, Set<Integer> lines) {
    for (Token token : tokens.subList(at, at + SHORTEST)) {
      if (!lines.contains(token.line())) {
        return false;
      }
    }
    return true;
  }

  private Optional<Place> elsewhere(String path, int at, long run) {
    if (told.contains(run)) {
      return Optional.empty();
    }
    return places.getOrDefault(run, List.of()).stream()
        .filter(it -> !it.path().equals(path) || Math.abs(it.index() - at) >= SHORTEST)
        .findFirst();
  }

  private int length(List<Token> tokens, int at, Place other, Set<Integer> lines) {
    List<Token> others = tokens(other);
    int length = SHORTEST;
    while (at + length < tokens.size()
        && other.index() + length < others.size()
        && lines.contains(tokens.get(at + length).line())
        && tokens.get(at + length).text().equals(others.get(other.index() + length).text())) {
      length++;
    }
    return length;
  }
}
