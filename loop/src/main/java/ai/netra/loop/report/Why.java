package ai.netra.loop.report;

import ai.netra.loop.journal.JournalReader;
import ai.netra.loop.journal.Line;
import ai.netra.loop.record.Attempt;
import ai.netra.loop.record.Entry;
import ai.netra.loop.record.Exchange;
import ai.netra.loop.record.Observed;
import ai.netra.loop.record.Outcome;
import ai.netra.loop.record.Proof;
import ai.netra.loop.record.Receipt;
import ai.netra.loop.record.SocketReceipt;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Why a test came out as it did: every part of its proofs with the lines that it rests on. */
public final class Why {

  private final List<Line> lines;
  private final Map<Long, Line> byNumber = new HashMap<>();
  private final CauseAnswers causes;

  private Why(List<Line> lines) {
    this.lines = lines;
    this.causes = new CauseAnswers(lines);
    lines.forEach(it -> byNumber.put(it.n(), it));
  }

  /** One full run of a test: its outcome, its proof and its evidence in words. */
  public record Answer(
      String suite,
      String test,
      int run,
      String outcome,
      String level,
      List<PartAnswer> parts,
      List<CauseAnswer> causes) {}

  /**
   * What a diagnosis found out about the cluster that a test is in.
   *
   * @param blame the word, and how often it was red where
   * @param culprit what the search came to
   * @param path from the symptom to the guard, one step a level
   * @param refuted theories that were looked at and do not hold
   */
  public record CauseAnswer(
      String cluster,
      String title,
      String blame,
      String culprit,
      @Nullable String service,
      String statement,
      boolean grounded,
      List<Step> path,
      List<Refuted> refuted) {}

  /** A level of a cause: what is known there, and what was seen that leads to it. */
  public record Step(
      String level, String text, @Nullable String kind, String because, List<Long> records) {}

  /** A theory with what it predicts and what was seen instead. */
  public record Refuted(String claim, String prediction, String observed, List<Long> records) {}

  /** One part with the lines that it rests on, each in words. */
  public record PartAnswer(Proof.Part part, List<String> evidence) {}

  /**
   * The answers for each test whose id holds the text, run by run.
   *
   * @param folder the folder of a run, finished or not
   */
  public static List<Answer> of(Path folder, String test) {
    return new Why(JournalReader.read(folder).lines()).answers(test);
  }

  /** The answers as a JSON array in one line. */
  public static String json(List<Answer> answers) {
    return ReportJson.MAPPER.writeValueAsString(answers);
  }

  private List<Answer> answers(String test) {
    List<Answer> answers = new ArrayList<>();
    for (Line line : lines) {
      if (line.data() instanceof Proof proof && proof.test().contains(test)) {
        answers.add(answer(proof));
      }
    }
    causes.withoutTests(test).forEach(it -> answers.add(answer(it)));
    return answers;
  }

  /** A deploy or a suite that failed keeps every test from its proof. */
  private static Answer answer(CauseAnswer cause) {
    return new Answer("", cause.cluster(), 0, cause.title(), "", List.of(), List.of(cause));
  }

  private Answer answer(Proof proof) {
    return new Answer(
        proof.suite(),
        proof.test(),
        proof.run(),
        proof.outcome().name().toLowerCase(Locale.ROOT),
        proof.level(),
        proof.parts().stream().map(it -> new PartAnswer(it, evidence(it))).toList(),
        proof.outcome() == Outcome.PROVED ? List.of() : causes.of(proof.suite(), proof.test()));
  }

  private List<String> evidence(Proof.Part part) {
    return part.refs().stream().filter(byNumber::containsKey).map(this::words).toList();
  }

  private String words(long n) {
    Line line = byNumber.get(n);
    return line == null
        ? n + " is not in the journal"
        : n + " " + line.kind().wireName() + " " + words(line.data());
  }

  /** A record in a few words; empty for the kinds whose name says it. */
  static String words(Entry entry) {
    return switch (entry) {
      case Exchange it ->
          "%s %s %s → %s in %d µs"
              .formatted(it.service(), it.method(), it.path(), answer(it), it.totalMicros());
      case Receipt it ->
          "%s %s %s → %d".formatted(it.service(), it.method(), it.route(), it.status());
      case SocketReceipt it -> it.service() + " socket " + it.event();
      case Attempt it ->
          "%s %s in %d ms"
              .formatted(
                  it.key().mode().name().toLowerCase(Locale.ROOT),
                  it.status().name().toLowerCase(Locale.ROOT),
                  it.durationMillis());
      case Observed it -> CauseAnswers.words(it);
      default -> "";
    };
  }

  private static String answer(Exchange it) {
    if (it.fault() != null) {
      return it.fault();
    }
    return it.status() == null ? "no whole answer" : String.valueOf(it.status());
  }
}
