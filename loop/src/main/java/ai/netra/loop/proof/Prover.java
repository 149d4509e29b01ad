package ai.netra.loop.proof;

import ai.netra.loop.proof.Evidence.TestName;
import ai.netra.loop.record.Attempt;
import ai.netra.loop.record.Canary;
import ai.netra.loop.record.Counts;
import ai.netra.loop.record.Exchange.Kind;
import ai.netra.loop.record.Inventory;
import ai.netra.loop.record.Mode;
import ai.netra.loop.record.Mutant;
import ai.netra.loop.record.Mutant.Change;
import ai.netra.loop.record.Outcome;
import ai.netra.loop.record.PathTemplate;
import ai.netra.loop.record.Phase;
import ai.netra.loop.record.Proof;
import ai.netra.loop.record.Reused;
import ai.netra.loop.record.ReusedSmells;
import ai.netra.loop.record.SuiteTerms;
import ai.netra.loop.record.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;
import java.util.stream.Stream;

/**
 * Computes proofs, verdicts and counts from the records of a run and from nothing else: a run and
 * {@code netra verify} use it alike. It has no clock, no file and no process, so the same records
 * always give the same answer.
 */
public final class Prover {

  private static final String COMMAND_KIND = "command";

  private final Evidence all;

  /** Takes the records as they stand in the journal, in the order of their lines. */
  public Prover(List<? extends Fact<?>> facts) {
    this.all = new Evidence(facts);
  }

  /** The proof records of a full run: of each test of each inventory in its order. */
  public List<Proof> proofs(int run) {
    List<Proof> proofs = new ArrayList<>();
    for (Fact<SuiteTerms> terms : all.terms()) {
      TestProof proof = new TestProof(all, terms);
      tests(terms.entry().suite()).forEach(test -> proofs.add(proof.of(test, run)));
    }
    return proofs;
  }

  /** The proof records of the canaries in a full run, of suites of a kind that carries them. */
  public List<Proof> canaries(int run) {
    List<Proof> proofs = new ArrayList<>();
    for (Fact<SuiteTerms> terms : all.terms()) {
      if (!terms.entry().kind().equals(COMMAND_KIND)) {
        TestProof proof = new TestProof(all, terms);
        Stream.of(Canary.values()).forEach(it -> proofs.add(proof.of(it.testId(), run)));
      }
    }
    return proofs;
  }

  /** What a full run came to. */
  public Verdict verdict(int run) {
    return Verdicts.of(run, all.last(), proofs(run), canaries(run));
  }

  /**
   * The outcome of each test over all full runs that have a verdict, in inventory order; joined
   * from the proofs that stand in the journal.
   */
  public List<TestResult> results() {
    return Results.of(all.proofsByRun());
  }

  /** The counts of {@link #results}; before the first verdict all of N are not run. */
  public Counts counts() {
    List<TestResult> results = results();
    if (results.isEmpty()) {
      int n = all.terms().stream().mapToInt(it -> tests(it.entry().suite()).size()).sum();
      return new Counts(n, 0, 0, 0, 0, 0, 0, n);
    }
    return Tally.of(results.stream().map(TestResult::outcome).toList());
  }

  /**
   * The phase whose calls a control of this test must refuse; empty where it did not pass or made
   * no call, so that there is nothing to control.
   */
  public Optional<Phase> controlledPhase(String suite, String test, int run) {
    return passed(suite, test, run).filter(it -> !it.evidence().isEmpty()).map(Case::evidencePhase);
  }

  /** The last attempt of a test that passed in a full run. */
  private Optional<Case> passed(String suite, String test, int run) {
    List<Fact<Attempt>> attempts =
        all.attempts(new TestName(suite, test), run, Mode.VERDICT).stream()
            .filter(it -> it.entry().status() == Attempt.Status.PASSED)
            .toList();
    return attempts.isEmpty()
        ? Optional.empty()
        : all.terms().stream()
            .filter(it -> it.entry().suite().equals(suite))
            .map(it -> Case.of(all, it, attempts.getLast()))
            .findFirst();
  }

  /** How many full runs up to the last verdict proved every test, in a row. */
  public int provedInARow() {
    return (int)
        all.verdicts().reversed().stream()
            .takeWhile(it -> it.counts().allProved() && it.canariesRight())
            .count();
  }

  /** The last verdict; empty before the first. */
  public Optional<Verdict> lastVerdict() {
    return all.verdicts().reversed().stream().findFirst();
  }

  /** The number of attempts of this mode that no test of the suite has begun yet. */
  public int nextAttempt(String suite, Mode mode) {
    return all.lastAttempt(suite, mode) + 1;
  }

  /**
   * Whether this test was controlled up to a full run, so that its colour is known, or takes over a
   * control that holds for it.
   */
  public boolean isControlled(String suite, String test, int run) {
    TestName name = new TestName(suite, test);
    boolean own =
        all.control(name, run)
            .filter(it -> it.entry().status() != Attempt.Status.NOT_RUN)
            .filter(it -> !ControlPart.endedUnrefused(all, it))
            .isPresent();
    return own || all.reused(name).filter(it -> holds(it.entry(), run)).isPresent();
  }

  /** Whether a control or mutant of an earlier run holds for what this test did in a full run. */
  public boolean holds(Reused reused, int run) {
    Reuse reuse = new Reuse(all);
    TestName name = new TestName(reused.suite(), reused.test());
    return all.terms().stream()
        .filter(it -> it.entry().suite().equals(reused.suite()))
        .flatMap(terms -> reuse.passed(name, run).map(it -> Case.of(all, terms, it)).stream())
        .anyMatch(it -> reuse.gap(it, reused).isEmpty());
  }

  /**
   * The controls and mutants of this run that a later one may take over.
   *
   * @param hashOf the hash of the line with this number
   */
  public List<Reused> offered(LongFunction<String> hashOf) {
    return new Reuse(all).offered(hashOf);
  }

  /**
   * The looks at sources in this run that a later one may take over.
   *
   * @param hashOf the hash of the line with this number
   */
  public List<ReusedSmells> offeredSmells(LongFunction<String> hashOf) {
    return new SmellReuse(all).offered(hashOf);
  }

  /** Whether the last control of this test is red without a call of it having been refused. */
  public boolean endedUnrefused(String suite, String test, int run) {
    return all.control(new TestName(suite, test), run)
        .filter(it -> ControlPart.endedUnrefused(all, it))
        .isPresent();
  }

  /** The answers that the mutants of this test change; empty where none is to be run. */
  public Optional<Answers> answers(String suite, String test, int run) {
    return passed(suite, test, run).flatMap(LastRoute::of);
  }

  /** Whether a mutant says something of this test in a full run, made here or taken over. */
  public boolean isTried(String suite, String test, Change change, int run) {
    return tried(suite, test, change, run)
        .filter(Try::tells)
        .filter(it -> it.reused() == null || holds(it.reused(), run))
        .isPresent();
  }

  /** The last mutant of this change that a test did not notice; empty where it noticed it. */
  public Optional<Mutant> survivor(String suite, String test, Change change, int run) {
    return tried(suite, test, change, run)
        .filter(Try::tells)
        .filter(Try::survives)
        .map(Try::mutant);
  }

  /** Whether this full run itself made such a mutant of a test. */
  public boolean isTriedIn(String suite, String test, Change change, int run) {
    return tried(suite, test, change, run)
        .filter(it -> it.reused() == null && it.attempt().run() == run)
        .isPresent();
  }

  private Optional<Try> tried(String suite, String test, Change change, int run) {
    return all.tries().of(all, new TestName(suite, test), change, run);
  }

  /** Whether a full run has not yet shown itself what an earlier run did of a test. */
  public boolean lacks(Reused it, int run) {
    return it.mutant() == null
        ? !isControlled(it.suite(), it.test(), run)
        : !isTried(it.suite(), it.test(), it.mutant().change(), run);
  }

  /** The mutants that make the wire mutation score, by the order of the inventories. */
  public List<Scored> scored() {
    return Score.of(all);
  }

  private List<String> tests(String suite) {
    return all.inventory(suite).stream()
        .flatMap(it -> it.entry().tests().stream())
        .map(Inventory.Test::id)
        .toList();
  }

  /**
   * The last route that a test called, and what it answered.
   *
   * @param from the phase whose calls count
   * @param kind what crossed; of an order about a process {@code method} is its action
   * @param status the status that the test saw there last; of a process its exit status
   * @param hasBody whether an answer there had a body or frames
   * @param frames on a socket the types of the frames that the service sent, the last first
   * @param own whether the test had instances of its own
   */
  public record Answers(
      Phase from,
      Kind kind,
      String service,
      String method,
      PathTemplate path,
      int status,
      boolean hasBody,
      List<String> frames,
      boolean own) {

    private static final int REFUSALS = 400;

    public Answers {
      frames = List.copyOf(frames);
    }

    /** The changes that are asked: those of leaves only where there are any. */
    public List<Change> asked() {
      return hasBody ? List.of(Change.STATUS, Change.BODY) : List.of(Change.STATUS);
    }

    /** Success where a refusal is expected, else an error. */
    public int otherStatus() {
      boolean refusal = kind == Kind.PROCESS ? status != 0 : status >= REFUSALS;
      return refusal ? 200 : 500;
    }

    String words() {
      return (service + " " + method + " " + path.text()).strip();
    }
  }

  /**
   * A mutant of the wire mutation score.
   *
   * @param words what was changed, and where
   * @param refs the lines that it rests on
   */
  public record Scored(String suite, String test, String words, boolean killed, List<Long> refs) {}

  /**
   * A test over several full runs.
   *
   * @param proof the proof of the run that came out worst
   */
  public record TestResult(Outcome outcome, Proof proof) {}
}
