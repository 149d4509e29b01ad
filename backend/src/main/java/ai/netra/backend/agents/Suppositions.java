package ai.netra.backend.agents;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;

/**
 * What a question supposes.
 *
 * @param changes in the order of its words
 * @param notUnderstood words that suppose something that has no reading
 * @param rest the question without all these words, but with those of growth, which a target needs
 *     too
 */
record Suppositions(List<Supposition> changes, List<String> notUnderstood, String rest) {

  Suppositions {
    changes = List.copyOf(changes);
    notUnderstood = List.copyOf(notUnderstood);
  }

  /** Of a question that supposes nothing. */
  static Suppositions none(String question) {
    return new Suppositions(List.of(), List.of(), question);
  }

  private record Placed(int at, Supposition supposition) {}

  static Suppositions read(String question, KnownNames names) {
    List<Placed> placed = new ArrayList<>();
    List<String> unread = new ArrayList<>();
    StringBuilder open = new StringBuilder(question);
    StringBuilder rest = new StringBuilder(question);
    for (SuppositionGrammar.Rule rule : SuppositionGrammar.RULES) {
      Matcher found = rule.pattern().matcher(open.toString());
      while (found.find()) {
        Optional<? extends Change> change = rule.reading().of(found, names);
        String words = found.group().strip();
        change.ifPresentOrElse(
            read -> placed.add(new Placed(found.start(), new Supposition(read, words))),
            () -> unread.add(words));
        blank(open, found);
        if (change.filter(Suppositions::aTargetNeedsIt).isEmpty()) {
          blank(rest, found);
        }
      }
    }
    placed.sort(Comparator.comparingInt(Placed::at));
    return new Suppositions(
        placed.stream().map(Placed::supposition).toList(),
        unread,
        rest.toString().replaceAll("\\s+", " ").strip());
  }

  private static boolean aTargetNeedsIt(Change change) {
    return change instanceof Change.Growth growth && growth.ratio().signum() > 0;
  }

  /** Places stay what they are, so that the changes can be put in order. */
  private static void blank(StringBuilder text, Matcher found) {
    for (int i = found.start(); i < found.end(); i++) {
      text.setCharAt(i, ' ');
    }
  }
}
