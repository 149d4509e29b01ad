package ai.netra.loop.diagnosis;

import ai.netra.loop.record.Hunk;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The words by which a failure points at code: parts of routes, keys, error codes, names in the
 * stack.
 *
 * @param services those whose answers were wrong, or that kept the gate closed
 */
record Clues(Set<String> words, Set<String> services) {

  private static final int MOST_HITS = 4;
  private static final int LONGEST_TEXT = 200_000;
  private static final Pattern CODE = Pattern.compile("\\b[A-Z][A-Z0-9]+(?:_[A-Z0-9]+)+\\b");
  private static final Pattern QUOTED = Pattern.compile("[\"'`]([A-Za-z][\\w.-]{3,60})[\"'`]");
  private static final Pattern TYPE = Pattern.compile("\\b(?:[a-z]\\w*\\.)+([A-Z]\\w{3,})\\b");

  Clues {
    words = Set.copyOf(words);
    services = Set.copyOf(services);
  }

  /** What texts and answers point at. */
  static Clues of(List<String> texts, List<Answered> answers, Set<String> services) {
    Set<String> words = new LinkedHashSet<>();
    for (String text : texts) {
      words.addAll(all(CODE, 0, text));
      words.addAll(all(QUOTED, 1, text));
      words.addAll(all(TYPE, 1, text));
    }
    answers.forEach(it -> words.addAll(segments(it.route())));
    Set<String> named =
        answers.stream().map(it -> it.exchange().service()).collect(Collectors.toSet());
    named.addAll(services);
    return new Clues(words, named);
  }

  private static List<String> all(Pattern pattern, int group, String text) {
    return pattern.matcher(text).results().map(it -> it.group(group)).toList();
  }

  private static List<String> segments(String route) {
    return Arrays.stream(route.split("/", -1))
        .filter(it -> it.length() > 2 && !it.startsWith("{"))
        .toList();
  }

  /** How many of the words stand in what was changed, in the file's name too. */
  int hits(Hunk hunk) {
    return hits(hunk.file() + "\n" + changed(hunk.patch()));
  }

  /** How many of the words stand in a text. */
  int hits(String text) {
    String shown = text.substring(0, Math.min(LONGEST_TEXT, text.length()));
    long hits = words.stream().filter(it -> named(it, shown)).count();
    return (int) Math.min(MOST_HITS, hits);
  }

  private static boolean named(String word, String text) {
    Matcher found = Pattern.compile("(?<![A-Za-z])" + Pattern.quote(word)).matcher(text);
    return found.find();
  }

  /** The lines that a patch adds or takes away. */
  static String changed(String patch) {
    return patch
        .lines()
        .filter(it -> it.startsWith("+") || it.startsWith("-"))
        .filter(it -> !it.startsWith("+++") && !it.startsWith("---"))
        .collect(Collectors.joining("\n"));
  }
}
