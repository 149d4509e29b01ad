package ai.netra.loop.cli;

/** A command ends here, with an exit code and sentences for a person. */
final class CommandFailure extends RuntimeException {

  private final ExitCode code;

  CommandFailure(ExitCode code, String message) {
    super(message);
    this.code = code;
  }

  ExitCode code() {
    return code;
  }
}
