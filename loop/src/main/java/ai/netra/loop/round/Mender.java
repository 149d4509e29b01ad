package ai.netra.loop.round;

import ai.netra.loop.diagnosis.Diagnosis;
import ai.netra.loop.diagnosis.Diagnosis.Diagnosed;
import ai.netra.loop.diagnosis.Diagnosis.Subject;
import ai.netra.loop.fix.Fixers;
import ai.netra.loop.fix.Fixers.Assignment;
import ai.netra.loop.fix.Fixers.Attempted;
import ai.netra.loop.journal.JournalReader;
import ai.netra.loop.journal.Line;
import ai.netra.loop.project.Project.FixerSpec;
import ai.netra.loop.proof.Fact;
import ai.netra.loop.proof.Standing;
import ai.netra.loop.record.AuditScore;
import ai.netra.loop.record.Candidate;
import ai.netra.loop.record.Cause;
import ai.netra.loop.record.Cluster;
import ai.netra.loop.record.DeployBack;
import ai.netra.loop.record.Entry;
import ai.netra.loop.record.FixerDone;
import ai.netra.loop.record.FixerIntent;
import ai.netra.loop.round.RoundState.Auditing;
import ai.netra.loop.round.RoundState.AwaitingApproval;
import ai.netra.loop.round.RoundState.Committing;
import ai.netra.loop.round.RoundState.Diagnosing;
import ai.netra.loop.round.RoundState.Fixing;
import ai.netra.loop.workspace.Changes;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds out why a tree is not proved and has it mended: one cluster after the other goes through
 * diagnosis, fixers and audit. What stands in the journal is not done again, so that a run goes on
 * after a kill where it was. Belongs to the round's thread.
 */
final class Mender implements Mending {

  /** So many clusters that nothing mends are looked into; the others are named. */
  private static final int MOST_DIAGNOSED = 3;

  private final Setting setting;
  private final Ledger ledger;
  private final LastKnownGood lastKnownGood;
  private final RoundListener listener;
  private final Fixers fixers;
  private final Audits audits;
  private final Committer committer;
  private final Attempts attempts;
  private volatile Optional<Lab> lab = Optional.empty();
  private volatile boolean interrupted;
  private final Map<String, Diagnosed> diagnosed = new LinkedHashMap<>();

  Mender(Setting setting, Ledger ledger, LastKnownGood lastKnownGood, RoundListener listener) {
    this.setting = setting;
    this.ledger = ledger;
    this.lastKnownGood = lastKnownGood;
    this.audits = new Audits(setting, ledger, lastKnownGood);
    this.committer = new Committer(setting, ledger, listener);
    this.listener = listener;
    this.fixers =
        new Fixers(
            new Fixers.Setting(
                setting.project(),
                setting.workspace(),
                setting.run(),
                setting.folder(),
                setting.environment(),
                it -> ledger.append(Sites.FIRST, "", it, List.of())));
    this.attempts =
        new Attempts(setting.project().mending().budget().perCluster(), fixers.use(), ledger);
  }

  @Override
  public RoundState diagnose(Diagnosing state, int round) {
    String tree = Standing.tree(ledger.facts(), Fact::entry);
    List<Cluster> clusters = clusters(state.trouble(), round);
    int looked = 0;
    for (Cluster cluster : clusters) {
      if (looked++ == MOST_DIAGNOSED) {
        listener.note((clusters.size() - MOST_DIAGNOSED) + " more clusters are not looked into");
        break;
      }
      Diagnosed it = diagnosed(cluster, tree, round);
      Optional<Candidate> pending = attempts.pending(cluster, tree);
      if (pending.isPresent()) {
        return state.stabilising(it, pending.get());
      }
      if (attempts.next(cluster).isPresent()) {
        return state.fixing(it);
      }
    }
    return unmended(state.trouble());
  }

  private List<Cluster> clusters(Trouble trouble, int round) {
    List<Fact<?>> facts = List.copyOf(ledger.facts());
    List<Cluster> clusters =
        trouble.kind() == Trouble.Kind.SUITE
            ? List.of(Diagnosis.brokenSuite(facts, suite(), trouble.otherwise().sentence()))
            : Diagnosis.clusters(facts);
    for (Cluster cluster : clusters) {
      if (!holds(cluster)) {
        ledger.append(round, "", cluster, List.of());
        listener.note("%s: %s".formatted(cluster.id(), cluster.title()));
      }
    }
    return clusters.stream().sorted(new Worth(ledger)).toList();
  }

  /** The suite that failed: those before it have an inventory. */
  private String suite() {
    return setting.project().suites().keySet().stream()
        .filter(it -> ledger.inventory(it).isEmpty())
        .findFirst()
        .orElseGet(() -> setting.project().suites().keySet().iterator().next());
  }

  /** What is found out again after a kill stands already. */
  private long appended(Entry entry, int round) {
    return ledger.facts().stream()
        .filter(it -> it.entry().equals(entry))
        .map(Fact::n)
        .findFirst()
        .orElseGet(() -> ledger.append(round, "", entry, List.of()));
  }

  private boolean holds(Entry entry) {
    return ledger.facts().stream().anyMatch(it -> it.entry().equals(entry));
  }

  private Diagnosed diagnosed(Cluster cluster, String tree, int round) {
    return diagnosed.computeIfAbsent(
        tree + " " + cluster.id(),
        _ -> {
          try (Lab lab = opened(round)) {
            Changes changes = setting.workspace().checkout().changes();
            Diagnosed it =
                new Diagnosis(lab, changes, line -> appended(line, round))
                    .of(cluster, subject(tree));
            listener.note("%s: %s".formatted(cluster.id(), it.cause().statement()));
            return it;
          }
        });
  }

  private Lab opened(int round) {
    Lab fresh = new Lab(setting, round, ledger, listener);
    lab = Optional.of(fresh);
    if (interrupted) {
      fresh.interrupt();
    }
    return fresh;
  }

  private Subject subject(String tree) {
    Optional<DeployBack> good = lastKnownGood.of(setting.target().name());
    return new Subject(
        tree,
        good.map(DeployBack::tree),
        setting.tree().dirty(),
        setting.project(),
        List.copyOf(ledger.facts()),
        good.map(this::earlier).orElse(List.of()));
  }

  private List<Fact<?>> earlier(DeployBack good) {
    Path folder = setting.workspace().state().runs().resolve(good.run());
    if (!JournalReader.isJournal(folder)) {
      return List.of();
    }
    List<Fact<?>> facts = new ArrayList<>();
    for (Line line : JournalReader.read(folder).lines()) {
      facts.add(new Fact<>(line.n(), line.data()));
    }
    return facts;
  }

  /** How the run ends where nothing is left to try. */
  private RoundState unmended(Trouble trouble) {
    List<String> causes =
        diagnosed.values().stream()
            .map(it -> it.cluster().id() + ": " + it.cause().statement())
            .filter(it -> !it.endsWith(": " + Cause.UNKNOWN))
            .toList();
    Result.Stopped otherwise = trouble.otherwise();
    Optional<FixerDone> human =
        attempts.done().stream()
            .filter(it -> it.end() == FixerDone.End.HUMAN)
            .reduce((_, later) -> later);
    String why = causes.isEmpty() ? "" : "; " + String.join("; ", causes);
    return new Diagnosing(trouble)
        .stopped(
            human.isPresent() ? StopReason.HUMAN : otherwise.why(),
            otherwise.sentence() + why + human.map(it -> "; " + it.reason()).orElse(""),
            otherwise.leftIn());
  }

  @Override
  public RoundState fix(Fixing state, int round) {
    Cluster cluster = state.diagnosed().cluster();
    Optional<FixerSpec> fixer = attempts.next(cluster);
    while (fixer.isPresent()) {
      Attempted attempted = attempt(state.diagnosed(), fixer.get(), round);
      listener.note("%s by %s: %s".formatted(cluster.id(), fixer.get().name(), attempted.told()));
      if (attempted instanceof Attempted.Made made) {
        ledger.append(round, "", made.candidate(), List.of());
        return state.auditing(made.candidate());
      }
      if (attempted instanceof Attempted.Escaped escaped) {
        return state.stopped(StopReason.INTEGRITY, escaped.reason());
      }
      fixer = attempts.next(cluster);
    }
    return state.exhausted();
  }

  private Attempted attempt(Diagnosed it, FixerSpec fixer, int round) {
    int n =
        1
            + (int)
                attempts.done().stream()
                    .filter(at -> at.cluster().equals(it.cluster().id()))
                    .count();
    Assignment assignment =
        new Assignment(
            round,
            it.cluster(),
            it.minimal().orElse(null),
            it.culprit(),
            it.cause(),
            Standing.tree(ledger.facts(), Fact::entry),
            n,
            audits.findings(it.cluster()),
            Map.of());
    FixerIntent intent = new FixerIntent(it.cluster().id(), n, fixer.name(), assignment.base());
    ledger.append(round, assignment.key(), intent, List.of());
    Attempted attempted = fixers.attempt(fixer, assignment);
    ledger.append(round, assignment.key(), attempted.done(assignment, fixer), List.of());
    return attempted;
  }

  @Override
  public RoundState audit(Auditing state, int round) {
    Message message = new Message(ledger.facts());
    AuditScore score = audits.of(state, message.of(state.candidate(), Optional.empty()), round);
    listener.note(
        "audit of %s: score %d, %s"
            .formatted(
                state.candidate().fixer(),
                score.score(),
                score.approved() ? "approved" : "rejected"));
    return score.approved() ? state.approved() : state.rejected();
  }

  @Override
  public Optional<String> approvalFor(StableCandidate stable) {
    return committer.approvalFor(stable);
  }

  @Override
  public RoundState await(AwaitingApproval state, int round) {
    return committer.await(state, round);
  }

  @Override
  public void commit(Committing state, int round) {
    committer.commit(state, round);
  }

  @Override
  public void interrupt() {
    interrupted = true;
    lab.ifPresent(Lab::interrupt);
    committer.interrupt();
  }
}
