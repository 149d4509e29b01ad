package ai.netra.loop.report;

import ai.netra.loop.record.Counts;
import ai.netra.loop.record.Proof;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a run came to: the one model that every format is made from. Each figure is computed from
 * journal lines; {@code records} are their numbers.
 *
 * @param counted the counts in words, with the level they hold at
 * @param builds service to build
 * @param levels proved tests by the level they are proved at
 * @param mutation the wire mutation score of each suite of which such mutants were run
 * @param reused artifacts and parts of proofs that were taken over from earlier runs
 * @param valueAtRiskUsd null where no value is declared in USD
 */
public record Report(
    int schema,
    String run,
    String project,
    String target,
    String tree,
    String branch,
    boolean dirty,
    Instant started,
    double durationSeconds,
    String verdict,
    String reason,
    String sentence,
    int exit,
    String leftIn,
    String counted,
    Tests tests,
    Map<String, Integer> levels,
    Map<String, String> builds,
    List<Service> services,
    List<FullRun> runs,
    List<Step> steps,
    List<TestReport> results,
    List<MutationScore> mutation,
    int rounds,
    int reused,
    @Nullable BigDecimal valueAtRiskUsd,
    Head journal) {

  /** D, E and N, and N by outcome. */
  public record Tests(int discovered, int excluded, Counts counts) {}

  /** What was deployed of a service. */
  public record Service(
      String service,
      String build,
      String digest,
      boolean reused,
      long buildMillis,
      @Nullable String attestation,
      @Nullable Long readyMillis,
      List<Long> records) {}

  /** A full run: its verdict and what became of the canaries. */
  public record FullRun(
      int run, Counts counts, boolean canariesRight, String canaries, List<Long> records) {}

  /** A state of the round: when it was entered, and how long it took. */
  public record Step(String state, String reason, double seconds, long record) {}

  /** A test over all full runs, with the proof of the run that came out worst. */
  public record TestReport(
      String suite,
      String test,
      String claim,
      @Nullable String priority,
      String outcome,
      String level,
      int run,
      @Nullable Long durationMillis,
      @Nullable String error,
      List<Proof.Part> parts,
      List<Long> recordings) {}

  /**
   * Of mutants that nobody must notice: how many were.
   *
   * @param score killed ÷ run
   */
  public record MutationScore(
      String suite,
      int run,
      int killed,
      BigDecimal score,
      List<ScoredTest> tests,
      List<Survivor> survivors) {}

  /** The same of one test. */
  public record ScoredTest(String test, int run, int killed, List<Long> records) {}

  /** A mutant that its test did not notice. */
  public record Survivor(String test, String mutant, List<Long> records) {}

  /** The last line that the report was made from. */
  public record Head(long lines, String hash) {}
}
