package ai.netra.probe;

import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;

/**
 * Names the attempt in a plain runner, where no worker does: every test and container gets a
 * binding by its unique id on the thread that runs it.
 */
public final class StandaloneListener implements TestExecutionListener {

  @Override
  public void executionStarted(TestIdentifier identifier) {
    if (!Worker.isRunning()) {
      Binding.bind(Binding.standalone(identifier.getUniqueId()));
    }
  }

  @Override
  public void executionFinished(TestIdentifier identifier, TestExecutionResult result) {
    if (!Worker.isRunning()) {
      Binding.bind(identifier.getParentId().map(Binding::standalone).orElse(null));
    }
  }
}
