package ai.netra.loop.diagnosis;

import ai.netra.loop.diagnosis.Diagnosis.Diagnosed;
import ai.netra.loop.diagnosis.Diagnosis.Laboratory;
import ai.netra.loop.diagnosis.Diagnosis.Subject;
import ai.netra.loop.diagnosis.Searching.Result;
import ai.netra.loop.diagnosis.Searching.Surroundings;
import ai.netra.loop.diagnosis.Trials.Varied;
import ai.netra.loop.proof.Fact;
import ai.netra.loop.record.Blame;
import ai.netra.loop.record.Blame.Rate;
import ai.netra.loop.record.Cause;
import ai.netra.loop.record.Cluster;
import ai.netra.loop.record.Cluster.Kind;
import ai.netra.loop.record.Culprit;
import ai.netra.loop.record.Entry;
import ai.netra.loop.record.Hunk;
import ai.netra.loop.record.Minimal;
import ai.netra.loop.record.TestRef;
import ai.netra.loop.workspace.Changes;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** The diagnosis of one cluster, from blame to cause; each finding is journaled as it is made. */
final class Investigation {

  /** One that fails as the others do says as much as they, in less time. */
  private static final int MOST_TESTS = 1;

  private final Laboratory laboratory;
  private final Changes changes;
  private final Function<Entry, Long> sink;
  private final Cluster cluster;
  private final Subject subject;
  private final LastRound round;
  private final List<Failure> failures;
  private final Surroundings around;

  Investigation(
      Laboratory laboratory,
      Changes changes,
      Function<Entry, Long> sink,
      Cluster cluster,
      Subject subject) {
    this.laboratory = laboratory;
    this.changes = changes;
    this.sink = sink;
    this.cluster = cluster;
    this.subject = subject;
    this.round = LastRound.of(subject.facts());
    Set<TestRef> tests = new HashSet<>(cluster.tests());
    this.failures = round.failures().stream().filter(it -> tests.contains(it.test())).toList();
    this.around = new Surroundings(new Scope(subject.project()), clues(), changes);
  }

  private Clues clues() {
    List<String> texts = failures.stream().map(Failure::message).toList();
    List<Answered> answers = failures.stream().flatMap(it -> it.suspect().stream()).toList();
    Set<String> services = new LinkedHashSet<>();
    if (cluster.kind() == Kind.DEPLOY) {
      round.closed().map(it -> it.entry().service()).ifPresent(services::add);
      texts = round.closed().map(it -> it.entry().reason()).stream().toList();
    }
    if (texts.isEmpty()) {
      texts = List.of(cluster.title());
    }
    return Clues.of(texts, answers, services);
  }

  Diagnosed diagnosed() {
    if (cluster.kind() == Kind.UNPROVEN || passesWhenTriedAgain()) {
      return ofText();
    }
    Trials trials = trials(cluster.kind() == Kind.SUITE ? Varied.SUITES : Varied.SERVICES);
    Blame blame = new Blaming(trials, subject.base()).of();
    Fact<Blame> blamed = tell(blame);
    if (isTheTests(blame)) {
      return ofTests(blamed);
    }
    Result result = told(search(trials, blame));
    return finished(new Found(trials, blamed, result, minimal(trials, blame, result)));
  }

  /** Tests that the runner tried again until they passed, and whose text is new. */
  private boolean passesWhenTriedAgain() {
    return !failures.isEmpty()
        && failures.stream().allMatch(it -> it.outcome().equals("flaky"))
        && subject
            .base()
            .map(this::steps)
            .filter(it -> !new TextSearch(cluster.id(), failures).find(it).steps().isEmpty())
            .isPresent();
  }

  /**
   * What experiments came to.
   *
   * @param trials those that the search was made with
   */
  record Found(Trials trials, Fact<Blame> blame, Result result, Optional<Minimal> minimal) {

    /** How often base was red in the trials of the search. */
    Rate baseRate() {
      return trials.rate(blame.entry().base());
    }

    List<Long> baseLines(Trials.Colour colour) {
      return trials.lines(blame.entry().base(), colour);
    }
  }

  private Trials trials(Varied varied) {
    return new Trials(laboratory, cluster, fastest(), subject.tree(), varied);
  }

  private List<TestRef> fastest() {
    return cluster.tests().stream()
        .sorted(Comparator.comparingLong(round::millis))
        .limit(MOST_TESTS)
        .toList();
  }

  /** Base was proved with its own tests: what is as red with the tests of now, they brought in. */
  private boolean isTheTests(Blame blame) {
    Rate onBase = blame.onBase();
    return cluster.kind() == Kind.TEST
        && subject.base().isPresent()
        && onBase.runs() > 0
        && !Blaming.isWorse(blame)
        && changedSuite(subject.base().get());
  }

  private boolean changedSuite(String base) {
    return changes.files(base, subject.tree()).stream().anyMatch(around.scope()::isOfSuite);
  }

  private Diagnosed ofTests(Fact<Blame> blame) {
    Trials trials = trials(Varied.SUITES);
    Blame there = new Blaming(trials, subject.base()).of();
    Result result = told(search(trials, there));
    if (result.steps().isEmpty()) {
      return finished(new Found(trials, blame, result, Optional.empty()));
    }
    return finished(new Found(trials, blame, result, minimal(trials, there, result)));
  }

  private Result search(Trials trials, Blame blame) {
    if (blame.failed().red() == 0) {
      String runs = blame.failed().runs() + " looks at the failed tree";
      return Searching.skipped(cluster.id(), "it was not seen again in " + runs);
    }
    if (subject.base().isEmpty()) {
      return Searching.skipped(cluster.id(), "no tree was ever proved, so there is no base");
    }
    if (blame.onBase().runs() == 0) {
      return Searching.skipped(cluster.id(), "base could not be deployed, so it says nothing");
    }
    return new Searching(trials, around, subject.base().get(), steps(subject.base().get())).find();
  }

  private List<Change> steps(String base) {
    if (base.equals(subject.tree())) {
      return List.of();
    }
    return Change.between(changes, base, subject.tree())
        .orElseGet(() -> List.of(Change.whole(changes, base, subject.tree())));
  }

  private Optional<Minimal> minimal(Trials trials, Blame blame, Result result) {
    Optional<Minimal> minimal =
        Searching.difference(result)
            .flatMap(it -> new Minimising(trials, around, blame.failed()).of(it));
    minimal.ifPresent(this::tell);
    return minimal;
  }

  /** Tests that prove nothing pass on every tree: their text says since when it is so. */
  private Diagnosed ofText() {
    Rate none = new Rate(0, 0);
    Fact<Blame> blame =
        tell(new Blame(cluster.id(), Blame.Word.UNKNOWN, subject.base().orElse(""), none, none));
    TextSearch search = new TextSearch(cluster.id(), failures);
    Result result = told(search.find(subject.base().map(this::steps).orElse(List.of())));
    List<Hunk> hunks =
        Searching.difference(result)
            .map(it -> search.hunks(changes.hunks(it.before(), it.after())))
            .orElse(List.of());
    Optional<Minimal> minimal = Minimising.unseen(cluster.id(), around, subject.tree(), hunks);
    minimal.ifPresent(this::tell);
    return finished(new Found(trials(Varied.SUITES), blame, result, minimal));
  }

  private <T extends Entry> Fact<T> tell(T entry) {
    return new Fact<>(sink.apply(entry), entry);
  }

  private Result told(Result result) {
    tell(result.culprit());
    return result;
  }

  private Diagnosed finished(Found found) {
    Culprit culprit = found.result().culprit();
    Cause cause =
        new Causes(cluster, failures, around, found).of(round, LastRound.of(subject.earlier()));
    tell(cause);
    return new Diagnosed(cluster, found.blame().entry(), culprit, found.minimal(), cause);
  }
}
