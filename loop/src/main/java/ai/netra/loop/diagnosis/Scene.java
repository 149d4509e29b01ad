package ai.netra.loop.diagnosis;

import ai.netra.loop.diagnosis.Investigation.Found;
import ai.netra.loop.diagnosis.Whys.Check;
import ai.netra.loop.record.Hunk;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the rules for mechanisms look at.
 *
 * @param changed the keys of the settings that the minimal set changes
 * @param reason what the failures say, or why the gate stayed closed
 */
record Scene(
    Symptom symptom,
    Optional<Interaction> interaction,
    Found found,
    List<ChangedKeys.Changed> changed,
    String reason) {

  List<Hunk> hunks() {
    return found.minimal().map(it -> it.hunks()).orElse(List.of());
  }

  /** The lines that the minimal hunks take away. */
  String removed() {
    return lines('-');
  }

  String added() {
    return lines('+');
  }

  private String lines(char sign) {
    return hunks().stream()
        .flatMap(it -> Clues.changed(it.patch()).lines())
        .filter(it -> it.charAt(0) == sign)
        .map(it -> it.substring(1))
        .collect(Collectors.joining("\n"));
  }

  /** Whether the hunks add or take away something of this form. */
  boolean touches(Pattern pattern) {
    return pattern.matcher(removed()).find() || pattern.matcher(added()).find();
  }

  List<Expectation> expectations() {
    return symptom.failures().stream()
        .flatMap(it -> Expectation.of(it.message()).stream())
        .toList();
  }

  Optional<Answered> answer() {
    return interaction.map(Interaction::answer);
  }

  boolean hasStatus(Integer... statuses) {
    return answer()
        .map(it -> it.exchange().status())
        .filter(it -> Stream.of(statuses).anyMatch(it::equals))
        .isPresent();
  }

  /** Where the hunks are. */
  String place() {
    return hunks().stream()
        .map(it -> it.file() + ":" + it.line())
        .distinct()
        .collect(Collectors.joining(", "));
  }

  /** A mechanism that rests on the wrong answer and on the hunks that were tried. */
  Optional<Mechanism> decided(String kind, String text, String prediction) {
    List<Long> lines = new ArrayList<>();
    interaction.ifPresent(it -> lines.addAll(it.lines()));
    found
        .minimal()
        .filter(it -> it.runs() > 0)
        .ifPresent(it -> lines.addAll(found.trials().lines(it.tree(), Trials.Colour.GREEN)));
    String observed =
        found
            .minimal()
            .map(it -> found.trials().rate(it.tree()))
            .filter(it -> it.runs() > 0)
            .map(it -> "green %d of %d without it".formatted(it.runs() - it.red(), it.runs()))
            .orElse(symptom.failures().isEmpty() ? reason : symptom.failures().getFirst().lacks());
    return Optional.of(
        new Mechanism(
            kind,
            text,
            new Check(text, prediction, observed, Causes.supported(!lines.isEmpty()), lines)));
  }
}
