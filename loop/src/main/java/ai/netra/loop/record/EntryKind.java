package ai.netra.loop.record;

/**
 * The kinds of journal lines: their name on disk, their record, and how soon a line must be on the
 * disk.
 */
public enum EntryKind {
  RUN_STARTED("run.started", RunStarted.class, Durability.SINGLE),
  RUN_CONTINUED("run.continued", RunContinued.class, Durability.SINGLE),
  RECONCILED("reconciled", Reconciled.class, Durability.SINGLE),
  TRANSITION("transition", Transition.class, Durability.SINGLE),
  SPAWNED("spawned", Spawned.class, Durability.SINGLE),
  EXITED("exited", Exited.class, Durability.GROUP),
  BUILD("build", Build.class, Durability.SINGLE),
  DEPLOY_INTENT("deploy.intent", DeployIntent.class, Durability.SINGLE),
  DEPLOY_ATTESTED("deploy.attested", DeployAttested.class, Durability.SINGLE),
  DEPLOY_ERRORS("deploy.errors", DeployErrors.class, Durability.SINGLE),
  DEPLOY_DONE("deploy.done", DeployDone.class, Durability.SINGLE),
  DEPLOY_BACK("deploy.back", DeployBack.class, Durability.SINGLE),
  SUITE_TERMS("suite.terms", SuiteTerms.class, Durability.SINGLE),
  PERFORMANCE_TERMS("performance.terms", PerformanceTerms.class, Durability.SINGLE),
  INVENTORY("inventory", Inventory.class, Durability.SINGLE),
  ORDER("order", Order.class, Durability.SINGLE),
  MUTANT("mutant", Mutant.class, Durability.GROUP),
  ATTEMPT("attempt", Attempt.class, Durability.GROUP),
  EXCHANGE("exchange", Exchange.class, Durability.GROUP),
  RECEIPT("receipt", Receipt.class, Durability.GROUP),
  SOCKET_RECEIPT("receipt.socket", SocketReceipt.class, Durability.GROUP),
  STATE_PROBE("state.probe", StateProbe.class, Durability.GROUP),
  SMELLS("smells", Smells.class, Durability.GROUP),
  REUSED("reused", Reused.class, Durability.GROUP),
  REUSED_SMELLS("reused.smells", ReusedSmells.class, Durability.GROUP),
  PROOF("proof", Proof.class, Durability.GROUP),
  VERDICT("verdict", Verdict.class, Durability.SINGLE),
  ROUND_STARTED("round.started", RoundStarted.class, Durability.SINGLE),
  CLUSTER("cluster", Cluster.class, Durability.SINGLE),
  OBSERVED("observed", Observed.class, Durability.SINGLE),
  BLAME("blame", Blame.class, Durability.SINGLE),
  CULPRIT("culprit", Culprit.class, Durability.SINGLE),
  MINIMAL("minimal", Minimal.class, Durability.SINGLE),
  CAUSE("cause", Cause.class, Durability.SINGLE),
  FIXER_INTENT("fixer.intent", FixerIntent.class, Durability.SINGLE),
  FIXER_DONE("fixer.done", FixerDone.class, Durability.SINGLE),
  CANDIDATE("candidate", Candidate.class, Durability.SINGLE),
  STABILITY("stability", Stability.class, Durability.SINGLE),
  COMMIT_INTENT("commit.intent", CommitIntent.class, Durability.SINGLE),
  COMMIT_DONE("commit.done", CommitDone.class, Durability.SINGLE),
  APPROVAL_ASKED("approval.asked", ApprovalAsked.class, Durability.SINGLE),
  APPROVAL_GIVEN("approval.given", ApprovalGiven.class, Durability.SINGLE),
  AUDIT("audit", AuditScore.class, Durability.SINGLE),
  JOURNAL_CUT("journal.cut", JournalCut.class, Durability.SINGLE),
  RUN_FINISHED("run.finished", RunFinished.class, Durability.SINGLE);

  /** SINGLE lines are synced before the call returns, GROUP lines within 50 ms or 256 lines. */
  public enum Durability {
    SINGLE,
    GROUP
  }

  private final String wireName;
  private final Class<? extends Entry> type;
  private final Durability durability;

  EntryKind(String wireName, Class<? extends Entry> type, Durability durability) {
    this.wireName = wireName;
    this.type = type;
    this.durability = durability;
  }

  /** The value of {@code kind} in the line. */
  public String wireName() {
    return wireName;
  }

  /** The record that stands in {@code data}. */
  public Class<? extends Entry> type() {
    return type;
  }

  public Durability durability() {
    return durability;
  }

  /** The kind whose lines carry this record. */
  public static EntryKind of(Entry entry) {
    for (EntryKind kind : values()) {
      if (kind.type == entry.getClass()) {
        return kind;
      }
    }
    throw new IllegalArgumentException("no kind of line carries " + entry.getClass().getName());
  }
}
