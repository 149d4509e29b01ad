package ai.netra.backend.agents;

import ai.netra.contract.report.Fact;
import ai.netra.contract.report.Label;
import ai.netra.contract.report.ReportKind;
import ai.netra.contract.report.Section;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The gate's check <em>complete</em>: every section that a kind of report requires, every warning,
 * the label of every number that is not real, every assumption, and a length that people read.
 */
final class Completeness {

  static final String NAME = "complete";

  private static final int LEAST_WORDS = 60;
  private static final int MOST_WORDS = 1_200;
  private static final int MOST_SECTION_WORDS = 400;

  private Completeness() {}

  /**
   * What an answer must tell.
   *
   * @param assumptions names
   */
  record Owed(ReportKind kind, List<String> warnings, List<String> assumptions, List<Fact> facts) {}

  static boolean met(List<Section> sections, Owed owed) {
    String text = sections.stream().map(Section::markdown).collect(Collectors.joining("\n"));
    Set<Integer> there = sections.stream().map(Section::number).collect(Collectors.toSet());
    return there.containsAll(required(owed.kind()))
        && owed.warnings().stream().allMatch(text::contains)
        && owed.assumptions().stream().allMatch(name -> text.contains(Markdown.code(name)))
        && labels(sections, owed.facts())
        && readable(sections, text);
  }

  private static List<Integer> required(ReportKind kind) {
    return switch (kind) {
      case FULL -> List.of(1, 2, 3, 4, 5, 6, 7, 9, 10, 11, 12, 13);
      case PARTIAL -> List.of(1, 2, 3, 11, 12, 13);
      case GUIDANCE -> List.of(1, 2, 12);
    };
  }

  /** A section that renders a number of another world says so. */
  private static boolean labels(List<Section> sections, List<Fact> facts) {
    return sections.stream()
        .allMatch(
            section ->
                facts.stream()
                    .filter(fact -> section.facts().contains(fact.id()))
                    .filter(fact -> fact.label() != Label.REAL)
                    .allMatch(fact -> section.markdown().contains(word(fact.label()))));
  }

  static String word(Label label) {
    return label.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static boolean readable(List<Section> sections, String text) {
    int all = words(text);
    return all >= LEAST_WORDS
        && all <= MOST_WORDS
        && sections.stream().allMatch(section -> words(section.markdown()) <= MOST_SECTION_WORDS);
  }

  /** Words of prose: tables and marks are looked up, not read. */
  static int words(String markdown) {
    return (int)
        markdown
            .lines()
            .filter(line -> !line.startsWith("|"))
            .flatMap(line -> java.util.Arrays.stream(line.split("\\s+", -1)))
            .filter(word -> word.chars().anyMatch(Character::isLetterOrDigit))
            .count();
  }
}
