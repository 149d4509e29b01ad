package ai.netra.loop.cli;

import ai.netra.loop.deploy.Deployers;
import ai.netra.loop.index.History;
import ai.netra.loop.journal.JournalReader;
import ai.netra.loop.journal.Reading;
import ai.netra.loop.project.Project;
import ai.netra.loop.project.TargetSpec;
import ai.netra.loop.record.RunStarted;
import ai.netra.loop.report.Report;
import ai.netra.loop.report.RunReports;
import ai.netra.loop.round.LastRun;
import ai.netra.loop.round.LastRun.Past;
import ai.netra.loop.round.LocalRun;
import ai.netra.loop.round.Round;
import ai.netra.loop.round.RoundListener;
import ai.netra.loop.round.Setting;
import ai.netra.loop.statement.SigningKey;
import ai.netra.loop.statement.StatementFailure;
import ai.netra.loop.statement.Statements;
import ai.netra.loop.workspace.ProcessGroups.Orphan;
import ai.netra.loop.workspace.Tree;
import ai.netra.loop.workspace.Workspace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/** One start of the loop: from an open workspace to the report of a run that came to its end. */
final class LoopRun {

  private static final int SCHEMA = 1;

  private final Session session;
  private final Project project;
  private final TargetSpec target;
  private final Workspace workspace;
  private final RoundListener listener;
  private final Wish wish;
  private final SecureRandom random = new SecureRandom();

  LoopRun(
      Session session,
      Project project,
      TargetSpec target,
      Workspace workspace,
      RoundListener listener,
      Wish wish) {
    this.session = session;
    this.project = project;
    this.target = target;
    this.workspace = workspace;
    this.listener = listener;
    this.wish = wish;
  }

  /**
   * What is asked of the start.
   *
   * @param fresh whether a new run is asked for in any case
   * @param mends whether what is not proved is looked into and mended
   */
  record Wish(boolean fresh, boolean mends) {}

  /** The folder of the run and what its report says. */
  record Ended(Path folder, Report report) {}

  /**
   * Goes on with the last run where it has no end, else begins one; runs to the end.
   *
   * @param lead gets the round before it begins, so that it can be interrupted
   */
  Ended run(Consumer<Round> lead) {
    List<Orphan> orphans = endOrphans();
    Tree tree = workspace.checkout().tree();
    if (tree.dirty()) {
      listener.note("the checkout has changes: this run tests a snapshot and commits nothing");
    }
    LastRun last = LastRun.of(workspace.state().runs(), RunReports.FILE);
    Path folder = go(new Going(wish.fresh(), tree, orphans, lead), last);
    return new Ended(folder, report(folder));
  }

  /** Reports the run and takes it into the history, both from the lines on the disk. */
  private Report report(Path folder) {
    Reading reading = JournalReader.read(folder);
    Report report = RunReports.write(folder, reading);
    sign(folder, report);
    try (History history = History.open(workspace.state())) {
      history.take(reading.lines());
    } catch (History.Failure e) {
      listener.note(e.getMessage() + "; 'netra index' makes it anew");
    }
    return report;
  }

  /** Signs it where there is a key: who runs a loop on a laptop need not have one. */
  private void sign(Path folder, Report report) {
    Path key = SigningKey.file(session.environment());
    if (!Files.exists(key)) {
      return;
    }
    try {
      Statements.write(folder, report, SigningKey.read(key));
    } catch (StatementFailure e) {
      listener.note("the run is not signed: " + e.getMessage());
    }
  }

  /** What a start is about. */
  private record Going(boolean fresh, Tree tree, List<Orphan> orphans, Consumer<Round> lead) {}

  private List<Orphan> endOrphans() {
    List<Orphan> orphans = workspace.processes().endOrphans();
    orphans.forEach(it -> listener.note("ended what was left: " + it.told()));
    return orphans;
  }

  /** Returns the folder of the run that came to its end. */
  private Path go(Going going, LastRun last) {
    return switch (last) {
      case LastRun.None _ -> begin(going, newFolder());
      case LastRun.Begun it -> begin(going, it.folder());
      case LastRun.Damaged it -> damaged(going, it);
      case LastRun.Unreported it -> unreported(going, it.past());
      case LastRun.Unfinished it -> unfinished(going, it.past());
    };
  }

  private Path begin(Going going, Path folder) {
    Settings.Identity identity = settings().begun(folder.getFileName().toString(), folder);
    Setting setting = settings().of(identity, target, going.tree());
    local(going.orphans()).begin(setting, started(setting), going.lead());
    return folder;
  }

  private Path damaged(Going going, LastRun.Damaged last) {
    String what = "run %s cannot go on: %s".formatted(last.folder().getFileName(), last.finding());
    if (!going.fresh()) {
      throw new CommandFailure(
          ExitCode.INTEGRITY, what + "; 'netra loop --new' leaves it as it is");
    }
    listener.note(what);
    return begin(going, newFolder());
  }

  private Path unreported(Going going, Past past) {
    listener.note("run " + past.run() + " had ended unreported: its report is written");
    local(going.orphans()).remember(past);
    report(past.folder());
    return begin(going, newFolder());
  }

  private Path unfinished(Going going, Past past) {
    LocalRun local = local(endBearers(going.orphans(), past));
    local.discardHalfBuilt(past);
    Optional<String> change =
        going.fresh()
            ? Optional.of("a new run is asked for")
            : past.change(going.tree(), target.name());
    if (change.isPresent()) {
      listener.note("run " + past.run() + " does not go on: " + change.get());
      local.end(past, "the loop was killed, and " + change.get());
      report(past.folder());
      return begin(going, newFolder());
    }
    listener.note("run " + past.run() + " goes on: the loop had ended before it");
    Settings.Identity identity =
        new Settings.Identity(past.run(), past.folder(), past.started().nonce(), past.nextStart());
    local.goOn(settings().of(identity, target, going.tree()), past, going.lead());
    return past.folder();
  }

  /** What the registry could not know, or had left its group, still carries its deploy. */
  private List<Orphan> endBearers(List<Orphan> orphans, Past past) {
    List<Orphan> all = new ArrayList<>(orphans);
    List<Orphan> bearers = workspace.processes().endBearers(Deployers.VARIABLE, past.run());
    bearers.forEach(it -> listener.note("ended what was left: " + it.told()));
    all.addAll(bearers);
    return all;
  }

  private LocalRun local(List<Orphan> orphans) {
    return new LocalRun(workspace, listener, orphans, wish.mends());
  }

  private Settings settings() {
    return new Settings(session, project, workspace);
  }

  private Path newFolder() {
    return created(workspace.state().runs().resolve(new RunIds(session.clock(), random).next()));
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
        wish.mends()
            ? List.of("loop", "--target", target.name())
            : List.of("loop", "--target", target.name(), "--no-mend"),
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
