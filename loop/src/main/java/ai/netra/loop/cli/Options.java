package ai.netra.loop.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** The options that every command has. */
final class Options {

  @Option(names = "--json", description = "Print one JSON value instead of sentences.")
  boolean json;

  @Option(
      names = "--state",
      paramLabel = "DIR",
      description = "Keep state in DIR instead of the user's state folder.")
  @Nullable Path state;

  /** The options as given to a command. */
  static Options of(CommandLine command) {
    Object mixin = command.getMixins().get("options");
    return mixin instanceof Options options ? options : new Options();
  }
}
