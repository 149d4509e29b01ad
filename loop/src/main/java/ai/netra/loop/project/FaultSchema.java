package ai.netra.loop.project;

import static ai.netra.loop.project.Scalars.AT_LEAST_ONE;
import static ai.netra.loop.project.Scalars.COUNT;
import static ai.netra.loop.project.Scalars.DECIMAL;
import static ai.netra.loop.project.Scalars.DURATION;
import static ai.netra.loop.project.Scalars.NAME;
import static ai.netra.loop.project.Scalars.TEXT;
import static ai.netra.loop.project.Scalars.VALUE;
import static ai.netra.loop.project.Scalars.word;
import static java.util.Map.entry;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** Every key that {@code fault.yaml} knows, with the shape of its value. */
final class FaultSchema {

  private static final Shape TEXTS = new Shape.Many(TEXT);
  private static final Shape ONE_OR_MORE = new Shape.Either(List.of(TEXT, TEXTS));
  private static final Shape VALUES_BY_NAME = new Shape.Named(VALUE);

  /** The closed list that diagnosis and truth name a mechanism from. */
  private static final Shape MECHANISM =
      word(
          "wrong-value",
          "missing-value",
          "name-mismatch",
          "format-mismatch",
          "second-definition",
          "missing-route",
          "protocol",
          "wrong-claims",
          "misleading-error",
          "serialisation",
          "lost-effect",
          "start-order",
          "race",
          "deadline",
          "stuck-state",
          "leak",
          "lock",
          "shared-state",
          "schema",
          "unreachable",
          "overreach",
          "trust",
          "vacuous-test",
          "broken-suite");

  private FaultSchema() {}

  static final Shape ROOT =
      new Shape.Fields(
          Map.ofEntries(
              entry("id", NAME),
              entry("title", TEXT),
              entry("kind", kind()),
              entry("needs", TEXT),
              entry("inject", new Shape.Fields(inject(), Set.of("patch"))),
              entry("variants", new Shape.Named(variant())),
              entry(
                  "truth", truth(Set.of("change", "mechanism", "statement", "symptom", "failing"))),
              entry("wrong_conclusions", TEXTS),
              entry("end", word("proved", "human")),
              entry("limits", limits())),
          Set.of("id", "title", "kind", "inject", "truth", "wrong_conclusions", "end", "limits"));

  private static Shape kind() {
    return word("code", "config", "start-up", "race", "slow", "schema", "test", "suite");
  }

  private static Map<String, Shape> inject() {
    return Map.of("patch", TEXT, "mix", COUNT, "outside", VALUES_BY_NAME);
  }

  private static Shape variant() {
    return optional(
        Map.of(
            "title",
            TEXT,
            "patch",
            TEXT,
            "outside",
            VALUES_BY_NAME,
            "parameters",
            VALUES_BY_NAME,
            "truth",
            truth(Set.of())));
  }

  private static Shape truth(Set<String> required) {
    return new Shape.Fields(
        Map.of(
            "service",
            ONE_OR_MORE,
            "change",
            optional(Map.of("path", ONE_OR_MORE, "hunks", AT_LEAST_ONE, "key", ONE_OR_MORE)),
            "mechanism",
            required(Map.of("kinds", new Shape.Many(MECHANISM), "element", TEXT)),
            "statement",
            TEXT,
            "symptom",
            symptom(),
            "failing",
            TEXTS,
            "rate",
            DECIMAL),
        required);
  }

  private static Shape symptom() {
    return new Shape.Fields(
        Map.of(
            "where",
            TEXT,
            "status",
            COUNT,
            "code",
            TEXT,
            "close",
            COUNT,
            "exit",
            COUNT,
            "clients",
            word("any", "browser"),
            "gate",
            word("deploy", "suite"),
            "outcome",
            word("unproven", "skipped", "error", "flaky", "failed"),
            "parts",
            new Shape.Many(AT_LEAST_ONE)),
        Set.of("where"));
  }

  private static Shape limits() {
    return required(Map.of("time", DURATION, "rounds", AT_LEAST_ONE));
  }

  private static Shape required(Map<String, Shape> known) {
    return new Shape.Fields(known, known.keySet());
  }

  private static Shape optional(Map<String, Shape> known) {
    return new Shape.Fields(known, Set.of());
  }
}
