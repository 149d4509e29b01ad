package ai.netra.loop.cli;

import ai.netra.loop.journal.JournalFailure;
import ai.netra.loop.workspace.WorkspaceFailure;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Turns what a command threw into a sentence and an exit code; the one such switch. */
final class Failures implements IExecutionExceptionHandler {

  private final Session session;

  Failures(Session session) {
    this.session = session;
  }

  @Override
  public int handleExecutionException(
      Exception failure, CommandLine command, ParseResult arguments) {
    ExitCode code =
        switch (failure) {
          case CommandFailure known -> known.code();
          case WorkspaceFailure world -> ExitCode.BLOCKED;
          case JournalFailure disk -> ExitCode.BLOCKED;
          default -> ExitCode.DEFECT;
        };
    String message =
        code == ExitCode.DEFECT
            ? "unexpected "
                + failure.getClass().getSimpleName()
                + "; the trace is in "
                + trace(failure, command)
            : String.valueOf(failure.getMessage());
    session.err().println("netra: " + message);
    if (arguments.expandedArgs().contains("--json")) {
      session.out().println(FailureJson.line(command, code, message));
    }
    return code.status();
  }

  private String trace(Exception failure, CommandLine command) {
    StringWriter trace = new StringWriter();
    failure.printStackTrace(new PrintWriter(trace));
    String name = session.clock().instant().toString().replace(':', '-') + ".txt";
    try {
      Path file = traces(command).resolve(name);
      Files.writeString(file, trace.toString());
      return file.toString();
    } catch (IOException | CommandFailure | WorkspaceFailure e) {
      session.err().print(trace);
      return "the lines above: it cannot be kept: " + e.getMessage();
    }
  }

  private Path traces(CommandLine command) {
    ProjectFiles files = new ProjectFiles(session, Options.of(command));
    return files.state(files.project()).traces();
  }
}
