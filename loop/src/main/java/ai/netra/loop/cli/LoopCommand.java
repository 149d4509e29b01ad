package ai.netra.loop.cli;

import ai.netra.loop.project.Project;
import ai.netra.loop.project.TargetSpec;
import ai.netra.loop.report.OpenTests;
import ai.netra.loop.report.Report;
import ai.netra.loop.report.Summary;
import ai.netra.loop.round.RoundListener;
import ai.netra.loop.workspace.StateDirectory;
import ai.netra.loop.workspace.Workspace;
import ai.netra.loop.workspace.Workspace.Opening;
import java.io.PrintStream;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code netra loop}: deploys, runs every test for real and proves it; 0 only when n of n are. */
@Command(
    name = "loop",
    mixinStandardHelpOptions = true,
    description = "Deploys, runs every end-to-end test for real and proves each run.")
final class LoopCommand implements Callable<Integer>, AnswersFailure {

  private final Session session;

  @Mixin private Options options = new Options();

  @Option(
      names = "--target",
      paramLabel = "TARGET",
      description = "The target of netra.yaml; the first one without a word.")
  private @Nullable String target;

  @Option(
      names = "--new",
      description = "Begins a run, also where the last one has no end and could go on.")
  private boolean fresh;

  @Option(
      names = "--no-mend",
      description = "Ends with the verdict: nothing is diagnosed, mended or committed.")
  private boolean asItIs;

  LoopCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    ProjectFiles files = new ProjectFiles(session, options);
    Project project = files.project();
    TargetSpec spec =
        target == null
            ? project.targets().values().iterator().next()
            : files.target(project, target);
    Preflight.of(session, project).requireNoProblem();
    new Doctor(session, files).requireNoMiss(project);
    StateDirectory state = files.state(project);
    return switch (Workspace.open(project.root(), state, "loop", session.clock())) {
      case Opening.Taken taken ->
          throw new CommandFailure(
              ExitCode.BLOCKED, "another 'netra loop' is at work here: " + taken.owner());
      case Opening.Opened opened -> loop(opened.workspace(), project, spec);
    };
  }

  private int loop(Workspace workspace, Project project, TargetSpec spec) {
    Interrupts interrupts = Interrupts.begin();
    int exit = ExitCode.DEFECT.status();
    try (workspace) {
      LoopRun.Ended ended =
          new LoopRun(
                  session, project, spec, workspace, progress(), new LoopRun.Wish(fresh, !asItIs))
              .run(interrupts::lead);
      tell(ended);
      exit = ended.report().exit();
      return exit;
    } finally {
      interrupts.end(exit);
    }
  }

  /** With {@code --json} standard output is for the object alone. */
  private RoundListener progress() {
    PrintStream stream = options.json ? session.err() : session.out();
    return session.terminal() && !options.json
        ? new TerminalProgress(stream, new Style(session.colours()))
        : new PlainProgress(stream);
  }

  private void tell(LoopRun.Ended ended) {
    PrintStream stream = options.json ? session.err() : session.out();
    Report report = ended.report();
    OpenTests.lines(report, ended.folder()).forEach(stream::println);
    stream.println(report.counted());
    stream.println(report.verdict().toUpperCase(Locale.ROOT) + ": " + report.sentence());
    stream.println("target: " + report.leftIn());
    stream.println("report: " + ended.folder().resolve("report.json"));
    if (options.json) {
      session.out().println(Summary.of(report, ended.folder()).json());
    }
  }

  @Override
  public String answer(ExitCode code, String message) {
    return Summary.beforeRun(code.name().toLowerCase(Locale.ROOT).replace('_', '-')).json();
  }
}
