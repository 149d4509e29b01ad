package ai.netra.loop.review;

import ai.netra.loop.record.AuditScore.Finding;
import java.util.List;
import java.util.stream.Stream;

/** V03: a skip, a switch or a filter that keeps tests from running. */
record TestSkipped() implements Rule {

  private static final List<Hint> IN_TESTS =
      List.of(
          Hint.of("@(Disabled|Ignore|EnabledIf|EnabledOn|DisabledIf|DisabledOn)\\w*", "a skip"),
          Hint.of("\\bassum(e|ing)(True|False|That|NoException|Not)\\w*\\(|TestAborted", "a skip"),
          Hint.of(
              "\\bpytest\\.(mark\\.)?(skip|xfail|importorskip)|@unittest\\.skip|\\bskipTest\\(",
              "a skip"),
          Hint.of(
              "\\b(it|test|describe)\\.(skip|only|fixme|todo|fails)\\b|\\bx(it|describe)\\(",
              "a skip"),
          Hint.of("@Tag\\(", "a tag, by which tests are chosen"));

  private static final List<Hint> IN_BUILDS =
      List.of(
          Hint.of("<skip(Tests|ITs)?>\\s*true|skipTests|maven\\.test\\.skip", "tests are skipped"),
          Hint.of("<(excludedGroups|groups|excludes|exclude)>", "tests are filtered"),
          Hint.of("testFailureIgnore|failIfNoTests>\\s*false", "failures are ignored"),
          Hint.of(
              "excludeTags|includeTags|testPathIgnorePatterns|--deselect|--ignore=|-k [\"']?not",
              "tests are filtered"),
          Hint.of("--passWithNoTests|\"test\"\\s*:\\s*\"(true|exit 0|echo)", "nothing need run"));

  @Override
  public String name() {
    return "V03";
  }

  @Override
  public List<Finding> look(Material material) {
    return material.standing().flatMap(file -> in(material, file)).toList();
  }

  private Stream<Finding> in(Material material, ChangedFile file) {
    List<Hint> hints = hints(file);
    return Lines.inText(material, file, hints)
        .map(found -> fatal(file, found.line(), found.words()));
  }

  /** A tag on a new test filters nothing that ran before. */
  private static List<Hint> hints(ChangedFile file) {
    if (file.isOfTests() && file.isCode()) {
      return file.isNew() ? IN_TESTS.subList(0, IN_TESTS.size() - 1) : IN_TESTS;
    }
    return file.isConfiguration() || file.path().endsWith(".gradle") ? IN_BUILDS : List.of();
  }
}
