package ai.netra.loop.suite;

import ai.netra.loop.project.SuiteSpec;
import ai.netra.loop.workspace.Command;
import ai.netra.loop.workspace.Environment;
import ai.netra.loop.workspace.ProcessGroup;
import ai.netra.loop.workspace.WorkspaceFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Runs one command of a suite to its end. */
final class SuiteCommand {

  private static final int SHOWN_LINES = 20;

  private final SuiteSpec spec;
  private final SuiteContext context;

  SuiteCommand(SuiteSpec spec, SuiteContext context) {
    this.spec = spec;
    this.context = context;
  }

  /**
   * Runs a command and returns what it printed to standard output.
   *
   * @param role build or discover
   * @throws SuiteFailure when it does not start, ends with another status than 0, or takes too long
   */
  Path run(String role, String line, Map<String, String> more, Duration limit) {
    Ran ran = start(role, line, more, limit);
    if (ran.status() != 0) {
      throw new SuiteFailure(
          title(role) + " ended with status " + ran.status() + ": " + line + tail(ran));
    }
    return ran.output();
  }

  /** The end of a command: its status, and the files that hold what it printed. */
  record Ran(int status, Path output, Path errors) {}

  /** Runs a command whose status is no matter of ours. */
  Ran start(String role, String line, Map<String, String> more, Duration limit) {
    Path output = context.output().resolve(spec.name() + "." + role + ".out");
    Path errors = context.output().resolve(spec.name() + "." + role + ".err");
    try {
      Files.deleteIfExists(output);
      Files.deleteIfExists(errors);
      ProcessGroup group = spawn(role, line, more, output, errors);
      return new Ran(await(group, role, line, limit), output, errors);
    } catch (IOException e) {
      throw new SuiteFailure(title(role) + ": its output file cannot be replaced: " + output, e);
    }
  }

  private ProcessGroup spawn(
      String role, String line, Map<String, String> more, Path output, Path errors) {
    Map<String, String> declared = new HashMap<>(spec.env());
    declared.putAll(more);
    Command command =
        new Command(
            role,
            spec.name(),
            Command.words(line),
            context.tree(),
            Environment.of(context.environment(), declared),
            output,
            errors);
    try {
      return context
          .processes()
          .spawn(command, e -> context.journal().process(context.round(), e, command.output()));
    } catch (WorkspaceFailure e) {
      throw new SuiteFailure(title(role) + " does not start: " + line, e);
    }
  }

  private int await(ProcessGroup group, String role, String line, Duration limit) {
    try {
      if (!group.awaitExit(limit)) {
        group.kill();
        throw new SuiteFailure(title(role) + " took over " + limit.toSeconds() + " s: " + line);
      }
      return group.onExit().join();
    } catch (InterruptedException e) {
      group.kill();
      Thread.currentThread().interrupt();
      throw new SuiteFailure(title(role) + " was interrupted: " + line, e);
    }
  }

  private String title(String role) {
    return "suites." + spec.name() + "." + role;
  }

  private static String tail(Ran ran) {
    return lastLines(ran.output()) + lastLines(ran.errors());
  }

  /** The last lines of a file, each on a line of its own. */
  static String lastLines(Path file) {
    try {
      List<String> lines = Files.exists(file) ? Files.readAllLines(file) : List.of();
      StringBuilder text = new StringBuilder();
      lines.stream()
          .skip(Math.max(0, lines.size() - SHOWN_LINES))
          .forEach(line -> text.append("\n  ").append(line));
      return text.toString();
    } catch (IOException e) {
      return "\n  (" + file + " cannot be read: " + e.getMessage() + ")";
    }
  }
}
