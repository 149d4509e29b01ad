package ai.netra.loop.cli;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code netra faults}: failures that are brought back on purpose, to see what the loop does. */
@Command(
    name = "faults",
    mixinStandardHelpOptions = true,
    description = "Brings failures of the catalogue back and scores what the loop makes of them.")
final class FaultsCommand implements Callable<Integer> {

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() {
    if (spec == null) {
      throw new IllegalStateException("netra faults: picocli hands its model over before the call");
    }
    throw new ParameterException(spec.commandLine(), "a command is required: list, check or run");
  }
}
