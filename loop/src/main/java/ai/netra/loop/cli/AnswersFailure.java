package ai.netra.loop.cli;

/** A command whose {@code --json} has a form of its own for a failure too. */
interface AnswersFailure {

  /** The one line of JSON for a failure before there was anything else to say. */
  String answer(ExitCode code, String message);
}
