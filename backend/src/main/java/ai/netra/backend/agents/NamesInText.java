package ai.netra.backend.agents;

import ai.netra.backend.usage.Dimension;
import ai.netra.backend.usage.Profile;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds the user's own names in a question, the longest first. */
final class NamesInText {

  /** What stands before a name that narrows the question to it. */
  private static final String NARROWS = "(?:for|on|of|in|by|from|at|does|about)\\s+(?:the\\s+)?";

  private NamesInText() {}

  /** As names are compared: compatibility forms folded, lower case. */
  static String normalise(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC)
        .toLowerCase(Locale.ROOT)
        .replaceAll("\\s+", " ")
        .strip();
  }

  /** Filters that the question states, and names that could be read as two things. */
  static Found find(String question, List<Profile.Name> names) {
    Map<Dimension, String> filters = new EnumMap<>(Dimension.class);
    List<String> doubles = new ArrayList<>();
    Set<String> taken = new HashSet<>();
    String rest = question;
    List<Profile.Name> longest =
        names.stream().sorted(Comparator.comparingInt(NamesInText::length).reversed()).toList();
    for (Profile.Name name : longest) {
      String text = normalise(name.value());
      Pattern pattern =
          Pattern.compile(NARROWS + "[`'\"]?" + Pattern.quote(text) + "(?![\\p{L}\\p{N}_/-])");
      if (text.isEmpty() || !pattern.matcher(question).find()) {
        continue;
      }
      boolean free = pattern.matcher(rest).find();
      if (free && filters.putIfAbsent(name.dimension(), name.value()) == null) {
        rest = pattern.matcher(rest).replaceAll(" ");
        taken.add(text);
      } else if (taken.contains(text)) {
        doubles.add(name.value());
      }
    }
    return new Found(filters, doubles, rest);
  }

  private static int length(Profile.Name name) {
    return name.value().length();
  }

  /** Filters, names with two readings, and the question without what was taken. */
  record Found(Map<Dimension, String> filters, List<String> doubles, String rest) {}
}
