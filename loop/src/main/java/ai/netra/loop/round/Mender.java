package ai.netra.loop.round;

import ai.netra.loop.diagnosis.Diagnosis;
import ai.netra.loop.diagnosis.Diagnosis.Diagnosed;
import ai.netra.loop.diagnosis.Diagnosis.Subject;
import ai.netra.loop.fix.Fixers;
import ai.netra.loop.fix.Fixers.Assignment;
import ai.netra.loop.fix.Fixers.Attempted;
import ai.netra.loop.fix.Landing;
import ai.netra.loop.fix.Landing.Landed;
import ai.netra.loop.journal.JournalReader;
import ai.netra.loop.journal.Line;
import ai.netra.loop.project.Project;
import ai.netra.loop.project.Project.FixerSpec;
import ai.netra.loop.proof.Fact;
import ai.netra.loop.proof.Standing;
import ai.netra.loop.record.AuditScore;
import ai.netra.loop.record.Candidate;
import ai.netra.loop.record.Cause;
import ai.netra.loop.record.Cluster;
import ai.netra.loop.record.CommitDone;
import ai.netra.loop.record.CommitIntent;
import ai.netra.loop.record.DeployBack;
import ai.netra.loop.record.Entry;
import ai.netra.loop.record.FixerDone;
import ai.netra.loop.record.FixerIntent;
import ai.netra.loop.record.Stability;
import ai.netra.loop.round.RoundState.Auditing;
import ai.netra.loop.round.RoundState.AwaitingApproval;
import ai.netra.loop.round.RoundState.Committing;
import ai.netra.loop.round.RoundState.Diagnosing;
import ai.netra.loop.round.RoundState.Fixing;
import ai.netra.loop.workspace.Changes;
import ai.netra.loop.workspace.Globs;
import ai.netra.loop.workspace.WorkspaceFailure;
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

  private static final String NEVER = "never";

  /** So many clusters that nothing mends are looked into; the others are named. */
  private static final int MOST_DIAGNOSED = 3;

  private final Setting setting;
  private final Ledger ledger;
  private final LastKnownGood lastKnownGood;
  private final RoundListener listener;
  private final Fixers fixers;
  private final Audits audits;
  private final Approvals approvals;
  private volatile Optional<Lab> lab = Optional.empty();
  private volatile boolean interrupted;
  private final Map<String, Diagnosed> diagnosed = new LinkedHashMap<>();

  Mender(Setting setting, Ledger ledger, LastKnownGood lastKnownGood, RoundListener listener) {
    this.setting = setting;
    this.ledger = ledger;
    this.lastKnownGood = lastKnownGood;
    this.audits = new Audits(setting, ledger, lastKnownGood);
    this.approvals = new Approvals(setting, ledger, listener);
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
      Optional<Candidate> pending = pending(cluster, tree);
      if (pending.isPresent()) {
        return state.stabilising(it, pending.get());
      }
      if (next(cluster).isPresent()) {
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

  /** A candidate that was approved, and of which nothing is known on the target yet. */
  private Optional<Candidate> pending(Cluster cluster, String base) {
    List<Candidate> approved = new ArrayList<>();
    for (Entry entry : ledger.facts().stream().map(Fact::entry).toList()) {
      switch (entry) {
        case Candidate it when it.cluster().equals(cluster.id()) && it.base().equals(base) ->
            approved.add(it);
        case AuditScore it when !it.approved() ->
            approved.removeIf(of -> of.tree().equals(it.candidate()));
        case Stability it when !it.passed() -> approved.removeIf(of -> of.tree().equals(it.tree()));
        default -> {}
      }
    }
    return approved.stream().filter(this::isAudited).findFirst();
  }

  private boolean isAudited(Candidate candidate) {
    return ledger.facts().stream()
        .anyMatch(
            it ->
                it.entry() instanceof AuditScore audit
                    && audit.candidate().equals(candidate.tree()));
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
        done().stream().filter(it -> it.end() == FixerDone.End.HUMAN).reduce((_, later) -> later);
    String why = causes.isEmpty() ? "" : "; " + String.join("; ", causes);
    return new Diagnosing(trouble)
        .stopped(
            human.isPresent() ? StopReason.HUMAN : otherwise.why(),
            otherwise.sentence() + why + human.map(it -> "; " + it.reason()).orElse(""),
            otherwise.leftIn());
  }

  private List<FixerDone> done() {
    return ledger.facts().stream()
        .map(Fact::entry)
        .filter(FixerDone.class::isInstance)
        .map(FixerDone.class::cast)
        .toList();
  }

  /** The fixer whose turn it is; empty where none is left, or the budget of the cluster is used. */
  private Optional<FixerSpec> next(Cluster cluster) {
    List<FixerDone> done = done().stream().filter(it -> it.cluster().equals(cluster.id())).toList();
    if (done.size() >= setting.project().mending().budget().perCluster()) {
      return Optional.empty();
    }
    return fixers.use().stream().filter(it -> isLeft(it, done)).findFirst();
  }

  /** One that cannot help need not be asked again; one that made something may, up to its limit. */
  private static boolean isLeft(FixerSpec fixer, List<FixerDone> done) {
    List<FixerDone> own = done.stream().filter(it -> it.fixer().equals(fixer.name())).toList();
    boolean helpless =
        own.stream()
            .anyMatch(
                it ->
                    it.end() == FixerDone.End.NONE
                        || it.end() == FixerDone.End.BLOCKED
                        || it.end() == FixerDone.End.HUMAN);
    return !helpless && own.size() < fixer.attempts();
  }

  @Override
  public RoundState fix(Fixing state, int round) {
    Cluster cluster = state.diagnosed().cluster();
    Optional<FixerSpec> fixer = next(cluster);
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
      fixer = next(cluster);
    }
    return state.exhausted();
  }

  private Attempted attempt(Diagnosed it, FixerSpec fixer, int round) {
    int n = 1 + (int) done().stream().filter(at -> at.cluster().equals(it.cluster().id())).count();
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
    Project.PolicySpec policy = setting.project().mending().policy();
    if (setting.tree().dirty()) {
      return Optional.of(NEVER);
    }
    return switch (policy.commit()) {
      case ASK -> Optional.of("commit");
      case NEVER -> Optional.of(NEVER);
      case AUTO -> {
        Globs waits = new Globs(policy.approval());
        yield stable.candidate().files().stream().filter(waits::matches).findFirst();
      }
    };
  }

  @Override
  public RoundState await(AwaitingApproval state, int round) {
    String tree = state.stable().candidate().tree();
    if (state.what().equals(NEVER)) {
      return state.stopped(
          StopReason.HUMAN,
          "tree %s is tested and not committed: %s"
              .formatted(
                  tree,
                  setting.tree().dirty()
                      ? "the run tests a snapshot of a checkout with changes"
                      : "policy.commit.mode is never"));
    }
    return approvals.await(state, round);
  }

  @Override
  public void commit(Committing state, int round) {
    Candidate candidate = state.stable().candidate();
    Changes changes = setting.workspace().checkout().changes();
    String parent = parent(changes, candidate);
    String message =
        new Message(ledger.facts()).of(candidate, Optional.of(state.stable().stability()));
    CommitIntent intent = new CommitIntent(candidate.cluster(), candidate.tree(), parent, message);
    long n = ledger.append(round, intent.key(round), intent, List.of());
    Landing landing =
        new Landing(changes, setting.workspace().checkout().branches(), setting.run());
    Landed landed =
        landing.land(
            new Landing.Order(
                round,
                candidate.cluster(),
                candidate.fixer(),
                candidate.tree(),
                parent,
                message,
                ledger.head()));
    ledger.append(
        round,
        intent.key(round),
        new CommitDone(
            candidate.cluster(),
            landed.commit(),
            candidate.tree(),
            landed.branch(),
            landed.landed(),
            landed.reason()),
        List.of(n));
    listener.note(
        landed.landed()
            ? "committed %.12s on %s".formatted(landed.commit(), landed.branch())
            : "commit %.12s waits on branch %s: %s"
                .formatted(landed.commit(), landed.branch(), landed.reason()));
  }

  /** The last commit of this run, else the one that was checked out when it began. */
  private String parent(Changes changes, Candidate candidate) {
    return ledger.facts().stream()
        .map(Fact::entry)
        .filter(CommitDone.class::isInstance)
        .map(it -> ((CommitDone) it).commit())
        .reduce((_, later) -> later)
        .or(() -> changes.of(candidate.base()).map(Changes.Commit::id))
        .orElseThrow(
            () -> new WorkspaceFailure(candidate.base() + ": no commit has this tree any more"));
  }

  @Override
  public void interrupt() {
    interrupted = true;
    lab.ifPresent(Lab::interrupt);
    approvals.interrupt();
  }
}
