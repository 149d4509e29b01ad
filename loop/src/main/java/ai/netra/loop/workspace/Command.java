package ai.netra.loop.workspace;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A process to spawn.
 *
 * @param role what it is to the loop: build, service, discover, worker
 * @param environment all of its environment; nothing is inherited
 * @param output the file its standard output is appended to
 * @param errors the file its standard error is appended to; may be {@code output}
 */
public record Command(
    String role,
    String name,
    List<String> argv,
    Path directory,
    Map<String, String> environment,
    Path output,
    Path errors) {

  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_@%+=:,./ -]+");

  public Command {
    argv = List.copyOf(argv);
    environment = Map.copyOf(environment);
    if (argv.isEmpty()) {
      throw new IllegalArgumentException("argv of " + name + ": at least a program is required");
    }
  }

  /**
   * The words of a command line of {@code netra.yaml}. One without anything for a shell to do runs
   * without a shell, so that its process is the program itself.
   */
  public static List<String> words(String line) {
    boolean assigns = line.strip().split(" ", 2)[0].contains("=");
    if (PLAIN.matcher(line).matches() && !assigns) {
      return List.of(line.strip().split(" +"));
    }
    return List.of("/bin/sh", "-c", line);
  }
}
