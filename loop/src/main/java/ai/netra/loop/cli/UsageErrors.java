package ai.netra.loop.cli;

import java.util.Arrays;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says what is wrong with the arguments, and what was probably meant. */
final class UsageErrors implements IParameterExceptionHandler {

  private final Session session;

  UsageErrors(Session session) {
    this.session = session;
  }

  @Override
  public int handleParseException(ParameterException failure, String[] arguments) {
    CommandLine command = failure.getCommandLine();
    StringBuilder message = new StringBuilder("netra: " + failure.getMessage());
    if (failure instanceof UnmatchedArgumentException unmatched
        && !unmatched.getSuggestions().isEmpty()) {
      message.append("; did you mean '").append(unmatched.getSuggestions().getFirst()).append("'?");
    }
    session.err().println(message);
    session.err().println("Try '" + command.getCommandSpec().qualifiedName() + " --help'.");
    if (Arrays.asList(arguments).contains("--json")) {
      session.out().println(FailureJson.line(command, ExitCode.USAGE, message.toString()));
    }
    return ExitCode.USAGE.status();
  }
}
