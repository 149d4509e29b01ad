package ai.netra.loop.cli;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code netra suite}: what there is to say of the suites without running them. */
@Command(name = "suite", mixinStandardHelpOptions = true, description = "Shows the suites.")
final class SuiteCommand implements Callable<Integer> {

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() {
    if (spec == null) {
      throw new IllegalStateException("netra suite: picocli hands its model over before the call");
    }
    throw new ParameterException(spec.commandLine(), "a command is required: list");
  }
}
