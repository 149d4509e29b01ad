package ai.netra.loop.demo;

import ai.netra.loop.demo.Demo.Act;
import ai.netra.loop.demo.Demo.Audience;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Act 1: twenty tests are green in a plain runner; eight are proved, twelve unmasked. */
final class LyingSuite {

  private static final String TESTS = "tests/items/LyingTest.java";
  private static final List<String> CLASSES = List.of("items.ItemsTest", "items.LyingTest");
  private static final int ALL = 20;
  private static final int HONEST = 8;

  /** What {@code netra loop} ends with where tests are not proved. */
  private static final int NOT_PROVED = 10;

  /** The part of a proof that each lie must lack, by the number of its claim. */
  private static final Map<String, Integer> LACKS =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("L1", 3),
              Map.entry("L2", 3),
              Map.entry("L3", 3),
              Map.entry("L4", 3),
              Map.entry("L5", 2),
              Map.entry("L6", 2),
              Map.entry("L7", 5),
              Map.entry("L8", 5),
              Map.entry("L9", 5),
              Map.entry("L10", 6),
              Map.entry("L11", 6),
              Map.entry("L12", 7)));

  private final Place place;
  private final Programs programs;
  private final Audience audience;
  private final Claims claims;

  LyingSuite(Place place, Audience audience) {
    this.place = place;
    this.audience = audience;
    this.programs = new Programs(place, this::aside);
    this.claims = new Claims(Demo.LIES, "A green suite that lies", audience);
  }

  Act play() {
    DemoProject project = DemoProject.lay(place);
    project.add(TESTS, TESTS);
    project.commit("A service and its twenty tests");
    audience.step("JUnit runs the suite, as in every build");
    claims.equal(
        "the suite is green in its plain runner",
        new PlainRun.Counts(ALL, ALL),
        new PlainRun(place, programs).run(project, CLASSES));
    audience.step("netra loop runs the same suite");
    Programs.Ended loop = programs.netra("loop", "--json");
    claims.equal("the loop is not content", NOT_PROVED, loop.status());
    JsonNode tests = JournalText.json(loop.lastLine()).path("tests");
    claims.equal("it proves the honest tests", HONEST, tests.path("proved").asInt());
    claims.equal("it unmasks the others", ALL - HONEST, tests.path("unproven").asInt());
    JsonNode report = JournalText.file(place.lastRun().resolve("report.json"));
    honest(report);
    LACKS.keySet().stream()
        .sorted(Comparator.comparing(it -> Integer.valueOf(it.substring(1))))
        .forEach(lie -> unmasked(report, lie));
    return claims.act();
  }

  /** What the loop says of each lie is shown by the claims. */
  private void aside(String line) {
    if (!line.startsWith("note: ") && !line.startsWith("Fixing")) {
      audience.aside(line);
    }
  }

  private void honest(JsonNode report) {
    String proved =
        report
            .path("results")
            .valueStream()
            .filter(it -> it.path("outcome").asString("").equals("proved"))
            .map(it -> number(it.path("claim").asString("")))
            .sorted()
            .collect(Collectors.joining(" "));
    claims.equal("they are the eight that check the service", "I1 I2 I3 I4 I5 I6 I7 I8", proved);
  }

  private void unmasked(JsonNode report, String lie) {
    int number = LACKS.getOrDefault(lie, 0);
    JsonNode result = result(report, lie);
    String claim = result.path("claim").asString(lie);
    Optional<JsonNode> part =
        result
            .path("parts")
            .valueStream()
            .filter(it -> it.path("number").asInt() == number)
            .filter(it -> isLacking(it.path("state").asString("")))
            .findFirst();
    boolean unproven = result.path("outcome").asString("").equals("unproven");
    claims.check(
        "unproven: " + claim, unproven && part.isPresent(), part.map(LyingSuite::words).orElse(""));
  }

  private static boolean isLacking(String state) {
    return state.equalsIgnoreCase("missing") || state.equalsIgnoreCase("contradicted");
  }

  private static String words(JsonNode part) {
    return "part %d %s: %s"
        .formatted(
            part.path("number").asInt(),
            part.path("name").asString(""),
            part.path("reason").asString(""));
  }

  private static JsonNode result(JsonNode report, String lie) {
    return report
        .path("results")
        .valueStream()
        .filter(it -> number(it.path("claim").asString("")).equals(lie))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException(lie + ": the report has no such test"));
  }

  private static String number(String claim) {
    return claim.split(" ", 2)[0];
  }
}
