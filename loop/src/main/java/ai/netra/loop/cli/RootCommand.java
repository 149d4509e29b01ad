package ai.netra.loop.cli;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command {@code netra} itself, which only shows what there is. */
@Command(
    name = "netra",
    version = "netra 1.0.0",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    description = "Deploys a system, runs its end-to-end tests for real and proves each run.")
final class RootCommand implements Callable<Integer> {

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() {
    if (spec == null) {
      throw new IllegalStateException("netra: picocli hands its model over before the call");
    }
    throw new ParameterException(spec.commandLine(), "a command is required");
  }
}
