package ai.netra.loop.round;

import ai.netra.loop.journal.FileJournal;
import ai.netra.loop.journal.Redaction;
import ai.netra.loop.proof.Fact;
import ai.netra.loop.record.RunStarted;
import ai.netra.loop.record.Transition;
import ai.netra.loop.round.LastRun.Past;
import ai.netra.loop.workspace.Folders;
import ai.netra.loop.workspace.ProcessGroups.Orphan;
import ai.netra.loop.workspace.Workspace;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/** A run on this machine, wired by hand: begun, gone on with, or ended where it cannot go on. */
public final class LocalRun {

  private static final String BUILD = "build";

  private final Workspace workspace;
  private final RoundListener listener;
  private final List<Orphan> ended;
  private final boolean mends;

  /**
   * @param ended what dead loops had left running, and was killed
   * @param mends whether what is not proved is looked into and mended
   */
  public LocalRun(Workspace workspace, RoundListener listener, List<Orphan> ended, boolean mends) {
    this.workspace = workspace;
    this.listener = listener;
    this.ended = List.copyOf(ended);
    this.mends = mends;
  }

  /**
   * Runs to the end.
   *
   * @param lead gets the round before it begins, so that it can be interrupted
   */
  public void begin(Setting setting, RunStarted started, Consumer<Round> lead) {
    try (Ledger ledger = new Ledger(journal(setting.folder(), setting.redaction()))) {
      Round round = round(setting, started, ledger);
      lead.accept(round);
      round.run();
    }
  }

  /** Goes on with a run to its end; the setting has its id, its nonce and its next start. */
  public void goOn(Setting setting, Past past, Consumer<Round> lead) {
    Resumption resumption = Resumption.of(past.started(), past.facts());
    try (Ledger ledger = new Ledger(journal(setting.folder(), setting.redaction()), past.facts())) {
      Reconciliation.write(ledger, ended);
      Round round = round(setting, past.started(), ledger);
      lead.accept(round);
      round.goOn(resumption);
    }
  }

  private Round round(Setting setting, RunStarted started, Ledger ledger) {
    LocalStages stages = new LocalStages(setting, ledger, listener);
    Mending mending =
        mends ? new Mender(setting, ledger, lastKnownGood(), listener) : new VerdictOnly();
    return new Round(started, stages, ledger, lastKnownGood(), mending, listener);
  }

  /** Writes the end of a run that will not go on: what was decided, or that a person stopped it. */
  public void end(Past past, String why) {
    Resumption resumption = Resumption.of(past.started(), past.facts());
    Result result =
        resumption
            .decided()
            .orElseGet(() -> new Result.Stopped(StopReason.HUMAN, why, Result.NOTHING_RUNS));
    String last = new RoundState.Finished(result).label();
    try (Ledger ledger =
        new Ledger(journal(past.folder(), Redaction.of(List.of())), past.facts())) {
      Reconciliation.write(ledger, ended);
      if (!resumption.from().equals(last)) {
        ledger.append(
            Sites.FIRST, "", new Transition(resumption.from(), last, result.sentence()), List.of());
      }
      RunEnd.write(Sites.FIRST, ledger, lastKnownGood(), result);
    }
  }

  /** Remembers what a run proved that ended before that could be done. */
  public void remember(Past ended) {
    lastKnownGood().takeFrom(ended.facts());
  }

  /**
   * What a suite's build was killed over may be half made, so that the next one would trust it: the
   * tree's folder is made anew.
   */
  public void discardHalfBuilt(Past past) {
    Path folder = SourceTree.folder(workspace.state(), past.started().tree());
    boolean half =
        new Unended(past.facts())
            .processes().stream()
                .map(Fact::entry)
                .filter(it -> it.role().equals(BUILD))
                .anyMatch(it -> it.directory().equals(folder.toString()));
    if (half) {
      listener.note("the build of a suite was cut: its folder is made anew");
      Folders.delete(folder);
    }
  }

  private LastKnownGood lastKnownGood() {
    return LastKnownGood.in(workspace.state());
  }

  private FileJournal journal(Path folder, Redaction redaction) {
    return FileJournal.open(folder, redaction, workspace.clock(), System::nanoTime);
  }
}
