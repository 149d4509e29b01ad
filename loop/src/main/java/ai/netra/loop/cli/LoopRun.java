package ai.netra.loop.cli;

import ai.netra.loop.journal.FileJournal;
import ai.netra.loop.project.Project;
import ai.netra.loop.project.TargetSpec;
import ai.netra.loop.record.RunStarted;
import ai.netra.loop.report.Report;
import ai.netra.loop.report.RunReports;
import ai.netra.loop.round.LastKnownGood;
import ai.netra.loop.round.Ledger;
import ai.netra.loop.round.LocalStage;
import ai.netra.loop.round.Round;
import ai.netra.loop.round.RoundListener;
import ai.netra.loop.round.Setting;
import ai.netra.loop.workspace.Tree;
import ai.netra.loop.workspace.Workspace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** One run of the loop, wired by hand: from an open workspace to a written report. */
final class LoopRun {

  private static final int SCHEMA = 1;

  private final Session session;
  private final Project project;
  private final TargetSpec target;
  private final Workspace workspace;
  private final RoundListener listener;
  private final SecureRandom random = new SecureRandom();

  LoopRun(
      Session session,
      Project project,
      TargetSpec target,
      Workspace workspace,
      RoundListener listener) {
    this.session = session;
    this.project = project;
    this.target = target;
    this.workspace = workspace;
    this.listener = listener;
  }

  /** The folder of the run and what its report says. */
  record Ended(Path folder, Report report) {}

  /**
   * Runs to the end.
   *
   * @param lead gets the round before it begins, so that it can be interrupted
   */
  Ended run(Consumer<Round> lead) {
    workspace.processes().endOrphans().forEach(it -> listener.note("ended what was left: " + it));
    Tree tree = workspace.checkout().tree();
    if (tree.dirty()) {
      listener.note("the checkout has changes: this run tests a snapshot and commits nothing");
    }
    String run = new RunIds(session.clock(), random).next();
    Path folder = created(workspace.state().runs().resolve(run));
    Setting setting = new Settings(session, project, workspace).of(run, folder, target, tree);
    try (Ledger ledger = ledger(setting)) {
      execute(setting, ledger, lead);
    }
    return new Ended(folder, RunReports.write(folder));
  }

  private void execute(Setting setting, Ledger ledger, Consumer<Round> lead) {
    LastKnownGood good = LastKnownGood.in(workspace.state());
    LocalStage stage = new LocalStage(setting, ledger, listener);
    Round round = new Round(started(setting), stage, ledger, good, listener);
    lead.accept(round);
    round.run();
  }

  private Ledger ledger(Setting setting) {
    return new Ledger(
        FileJournal.open(
            setting.folder(), setting.redaction(), setting.clock(), setting.nanoTime()));
  }

  private RunStarted started(Setting setting) {
    Map<String, String> tools = new TreeMap<>();
    tools.put("java", Runtime.version().toString());
    tools.put("os", System.getProperty("os.name") + " " + System.getProperty("os.version"));
    tools.put("cores", Integer.toString(Runtime.getRuntime().availableProcessors()));
    return new RunStarted(
        SCHEMA,
        setting.run(),
        project.name(),
        target.name(),
        setting.tree().id(),
        setting.tree().branch(),
        setting.tree().dirty(),
        setting.nonce(),
        project.consecutive(),
        List.of("loop", "--target", target.name()),
        tools);
  }

  private static Path created(Path folder) {
    try {
      return Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(folder + ": the run's folder cannot be made", e);
    }
  }
}
