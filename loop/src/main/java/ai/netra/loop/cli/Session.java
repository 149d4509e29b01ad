package ai.netra.loop.cli;

import java.io.BufferedOutputStream;
import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;

/**
 * What a command sees of the world around it.
 *
 * @param folder the working directory
 * @param terminal whether a person watches standard output
 */
record Session(
    Path folder,
    Map<String, String> environment,
    PrintStream out,
    PrintStream err,
    boolean terminal,
    Clock clock) {

  private static final int BUFFER_BYTES = 8192;

  static Session ofThisProcess() {
    return new Session(
        Path.of("").toAbsolutePath(),
        System.getenv(),
        printing(FileDescriptor.out),
        printing(FileDescriptor.err),
        Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent(),
        Clock.systemUTC());
  }

  /** Colours are for a terminal, unless its user refuses them (no-color.org). */
  boolean colours() {
    return terminal && environment.getOrDefault("NO_COLOR", "").isEmpty();
  }

  private static PrintStream printing(FileDescriptor descriptor) {
    return new PrintStream(
        new BufferedOutputStream(new FileOutputStream(descriptor), BUFFER_BYTES),
        true,
        StandardCharsets.UTF_8);
  }
}
