package ai.netra.loop.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine;

/** What {@code --json} prints when a command fails. */
final class FailureJson {

  private FailureJson() {}

  /** One line: the command's own form of an answer where it has one. */
  static String line(CommandLine command, ExitCode code, String message) {
    if (command.getCommand() instanceof AnswersFailure own) {
      return own.answer(code, message);
    }
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("error", message);
    answer.put("exit", code.status());
    return Json.line(answer);
  }
}
