package ai.netra.loop.report;

import ai.netra.loop.proof.Prover.Scored;
import ai.netra.loop.report.Block.Figure;
import ai.netra.loop.report.Block.Row;
import ai.netra.loop.report.Block.Table;
import ai.netra.loop.report.Report.MutationScore;
import ai.netra.loop.report.Report.ScoredTest;
import ai.netra.loop.report.Report.Survivor;
import ai.netra.loop.report.Report.TestReport;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The wire mutation score: of single changed leaves and frames the share that was noticed. */
final class Mutation {

  private static final int DIGITS = 4;

  private Mutation() {}

  /** The score of each suite of which mutants were run. */
  static List<MutationScore> scores(List<Scored> scored) {
    Map<String, List<Scored>> bySuite =
        scored.stream()
            .collect(Collectors.groupingBy(Scored::suite, LinkedHashMap::new, Collectors.toList()));
    List<MutationScore> scores = new ArrayList<>();
    bySuite.forEach((suite, mutants) -> scores.add(score(suite, mutants)));
    return scores;
  }

  private static MutationScore score(String suite, List<Scored> mutants) {
    int killed = killed(mutants);
    return new MutationScore(
        suite,
        mutants.size(),
        killed,
        BigDecimal.valueOf(killed)
            .divide(BigDecimal.valueOf(mutants.size()), DIGITS, RoundingMode.HALF_UP),
        tests(mutants),
        mutants.stream()
            .filter(it -> !it.killed())
            .map(it -> new Survivor(it.test(), it.words(), it.refs()))
            .toList());
  }

  private static List<ScoredTest> tests(List<Scored> mutants) {
    Map<String, List<Scored>> byTest =
        mutants.stream()
            .collect(Collectors.groupingBy(Scored::test, LinkedHashMap::new, Collectors.toList()));
    List<ScoredTest> tests = new ArrayList<>();
    byTest.forEach(
        (test, own) -> tests.add(new ScoredTest(test, own.size(), killed(own), records(own))));
    return tests;
  }

  private static List<Long> records(List<Scored> mutants) {
    return mutants.stream().flatMap(it -> it.refs().stream()).distinct().sorted().toList();
  }

  private static int killed(List<Scored> mutants) {
    return (int) mutants.stream().filter(Scored::killed).count();
  }

  /** The score of each suite; where there is none, why. */
  static List<Figure> figures(Report report) {
    if (report.mutation().isEmpty()) {
      String none = "no data: no mutant of a single leaf or frame was run";
      return List.of(Figure.of("wire mutation score", none, report.journal().lines()));
    }
    return report.mutation().stream().map(Mutation::figure).toList();
  }

  private static Figure figure(MutationScore score) {
    return new Figure(
        "wire mutation score of " + score.suite(),
        Value.words(
            "%s (%d of %d mutants of a leaf or frame were noticed)"
                .formatted(score.score().toPlainString(), score.killed(), score.run())),
        score.tests().stream().flatMap(it -> it.records().stream()).toList());
  }

  /** Of each test how many were run and how many it noticed. */
  static Table tests(Report report) {
    List<Row> rows = new ArrayList<>();
    for (MutationScore score : report.mutation()) {
      for (ScoredTest it : score.tests()) {
        rows.add(
            new Row(
                List.of(
                    Value.words(claim(report, score.suite(), it.test())),
                    Value.count(it.run()),
                    Value.count(it.killed())),
                it.records()));
      }
    }
    return new Table("Mutants of each test", true, List.of("test", "run", "noticed"), rows);
  }

  /** Each mutant that nobody noticed. */
  static Table survivors(Report report) {
    List<Row> rows = new ArrayList<>();
    for (MutationScore score : report.mutation()) {
      for (Survivor it : score.survivors()) {
        rows.add(
            new Row(
                List.of(
                    Value.words(claim(report, score.suite(), it.test())), Value.words(it.mutant())),
                it.records()));
      }
    }
    return new Table("Mutants that survived", true, List.of("test", "mutant"), rows);
  }

  private static String claim(Report report, String suite, String test) {
    return report.results().stream()
        .filter(it -> it.suite().equals(suite) && it.test().equals(test))
        .map(TestReport::claim)
        .findFirst()
        .orElse(test);
  }
}
