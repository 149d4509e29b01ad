package ai.netra.loop.suite;

import ai.netra.loop.project.SuiteSpec;
import ai.netra.loop.record.Attempt;
import ai.netra.loop.record.Attempt.Status;
import ai.netra.loop.record.Phase;
import ai.netra.loop.workspace.Command;
import ai.netra.loop.workspace.Environment;
import ai.netra.loop.workspace.ProcessGroup;
import ai.netra.loop.workspace.WorkspaceFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One call of a suite's command for one test, all of it the call phase. */
final class CommandAttempt {

  private static final String REPORT = "${report}";
  private static final String TESTS = "${tests}";
  private static final String JUNIT_XML = "junit-xml:";

  private final SuiteSpec spec;
  private final SuiteContext context;
  private final TestStart test;
  private final int lane;
  private final Path folder;
  private volatile @Nullable ProcessGroup group;
  private volatile boolean killed;

  CommandAttempt(SuiteSpec spec, SuiteContext context, TestStart test, int lane) {
    this.spec = spec;
    this.context = context;
    this.test = test;
    this.lane = lane;
    this.folder = context.output().resolve(spec.name() + ".lane-" + lane);
  }

  Attempt run() throws InterruptedException {
    Path report = prepared();
    context.attribution().begin(test.key(), test.traceId(), lane, test.fault());
    try {
      context.attribution().phase(test.key(), Phase.CALL);
      ProcessGroup process = spawn(report);
      group = process;
      if (killed) {
        process.kill();
      }
      Notes notes =
          new Notes(test, lane, process.pid(), process.birth(), context.clock().instant());
      notes.enter(Phase.CALL, notes.started());
      return ended(notes, process, report);
    } finally {
      context.attribution().end(test.key());
    }
  }

  private Attempt ended(Notes notes, ProcessGroup process, Path report)
      throws InterruptedException {
    if (!process.awaitExit(test.timeout())) {
      process.kill();
      return notes.late(null, now());
    }
    int status = process.onExit().join();
    try {
      new JunitXml(report).of(test.uniqueId()).forEach(notes::add);
    } catch (SuiteFailure e) {
      return notes.error(
          "the command ended with status " + status + "; " + e.getMessage(), null, now());
    }
    Attempt attempt = notes.finished(null, now());
    return status != 0 && attempt.status() == Status.PASSED
        ? notes.error("the report says passed, but the command ended with " + status, null, now())
        : attempt;
  }

  /** Empties the place of the report, so that an old one cannot be taken for this test's. */
  private Path prepared() {
    String declared = Objects.requireNonNull(spec.report());
    if (!declared.startsWith(JUNIT_XML)) {
      throw new SuiteFailure(
          "suites." + spec.name() + ".report: junit-xml is required, got " + declared);
    }
    String place = declared.substring(JUNIT_XML.length()).strip();
    boolean own = Objects.requireNonNull(spec.run()).contains(REPORT);
    Path report = own ? folder.resolve("report.xml") : context.tree().resolve(place);
    try {
      Files.createDirectories(folder);
      Files.deleteIfExists(report);
      Files.writeString(folder.resolve("tests"), test.uniqueId() + "\n");
      return report;
    } catch (IOException e) {
      throw new SuiteFailure("the place of the report cannot be emptied: " + report, e);
    }
  }

  private ProcessGroup spawn(Path report) {
    String line =
        Objects.requireNonNull(spec.run())
            .replace(TESTS, folder.resolve("tests").toString())
            .replace(REPORT, report.toString());
    Map<String, String> declared = new HashMap<>(spec.env());
    declared.putAll(CommandRun.variables(spec, context.addresses(), lane));
    Path output = folder.resolve("output.log");
    Command command =
        new Command(
            "worker",
            spec.name() + "-" + lane,
            Command.words(line),
            context.tree(),
            Environment.of(context.environment(), declared),
            output,
            output);
    try {
      return context
          .processes()
          .spawn(command, e -> context.journal().process(context.round(), e, command.output()));
    } catch (WorkspaceFailure e) {
      throw new SuiteFailure("suites." + spec.name() + ".run does not start: " + line, e);
    }
  }

  /** Ends the command, from another thread. */
  void kill() {
    killed = true;
    ProcessGroup process = group;
    if (process != null) {
      process.kill();
    }
  }

  private Instant now() {
    return context.clock().instant();
  }
}
