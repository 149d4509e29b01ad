package ai.netra.loop.diagnosis;

import ai.netra.loop.template.Template;
import java.util.List;
import java.util.regex.Pattern;

/** The words of a failure: as a template, as a sentence, and the stack below them. */
final class Messages {

  private static final int LONGEST = 200;
  private static final int FRAMES = 3;
  private static final Pattern FRAME = Pattern.compile("at (?:[^/\\s]*/)*([\\w.$]+)\\(.*");
  private static final Pattern GENERATED = Pattern.compile("lambda\\$(\\w+)\\$\\d+");

  /** Whose frames say nothing of a project. */
  private static final List<String> LIBRARIES =
      List.of(
          "java.",
          "javax.",
          "jdk.",
          "sun.",
          "com.sun.",
          "org.junit.",
          "org.assertj.",
          "org.opentest4j.",
          "org.hamcrest.",
          "ai.netra.probe.");

  private Messages() {}

  /** All lines as one, without what varies from one failure to the next. */
  static String template(String message) {
    return Template.of(line(message)).text();
  }

  /** All lines as one, of a length that can be shown. */
  static String sentence(String message) {
    String line = line(message);
    return line.length() <= LONGEST ? line : line.substring(0, LONGEST - 1) + "…";
  }

  private static String line(String message) {
    return message.strip().replaceAll("\\s+", " ");
  }

  /** The methods of the project's own code at the top of a stack, without line numbers. */
  static List<String> frames(String stack) {
    return stack
        .lines()
        .map(line -> FRAME.matcher(line.strip()))
        .filter(it -> it.matches())
        .map(it -> GENERATED.matcher(it.group(1)).replaceAll("$1"))
        .filter(frame -> LIBRARIES.stream().noneMatch(frame::startsWith))
        .limit(FRAMES)
        .toList();
  }
}
