package ai.netra.probe;

import org.junit.platform.engine.UniqueId;
import org.junit.platform.launcher.EngineDiscoveryResult;
import org.junit.platform.launcher.LauncherDiscoveryListener;

/** Ends a discovery in which an engine failed. */
final class DiscoveryFailures implements LauncherDiscoveryListener {

  @Override
  public void engineDiscoveryFinished(UniqueId engine, EngineDiscoveryResult result) {
    if (result.getStatus() == EngineDiscoveryResult.Status.FAILED) {
      Throwable cause = result.getThrowable().orElse(null);
      throw new IllegalStateException("engine " + engine + " failed to discover: " + cause, cause);
    }
  }
}
