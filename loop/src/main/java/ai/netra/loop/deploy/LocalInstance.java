package ai.netra.loop.deploy;

import ai.netra.loop.deploy.Deployment.Instance;
import ai.netra.loop.deploy.Deployment.InstanceFailure;
import ai.netra.loop.deploy.Deployment.Start;
import ai.netra.loop.project.ServiceSpec;
import ai.netra.loop.workspace.ProcessGroup;
import ai.netra.loop.workspace.WorkspaceFailure;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/**
 * An instance as a process group of this machine. It counts as ready with its first right answer:
 * what is killed and paused at will is not asked to be steady.
 */
final class LocalInstance implements Instance {

  private final Launch launch;
  private final ServiceEnvironment environment;
  private final Starter starter;
  private final Ports ports;
  private final Attestation attestation;
  private volatile @Nullable Started started;
  private volatile LifeOutput output;

  LocalInstance(
      Launch launch,
      ServiceEnvironment environment,
      Starter starter,
      Ports ports,
      Attestation attestation) {
    this.launch = launch;
    this.environment = environment;
    this.starter = starter;
    this.ports = ports;
    this.attestation = attestation;
    this.output = LifeOutput.begin(launch.seat());
  }

  @Override
  public String name() {
    return launch.seat().name();
  }

  @Override
  public ServiceSpec service() {
    return launch.service();
  }

  @Override
  public URI url() {
    return launch.publicUrl();
  }

  @Override
  public List<String> argv() {
    return starter.argv(launch, environment);
  }

  @Override
  public void start() {
    if (started != null && group().isAlive()) {
      throw new InstanceFailure(name() + ": its process runs already");
    }
    output = LifeOutput.begin(launch.seat());
    try {
      started = starter.start(launch, environment, ports);
    } catch (DeployFailure e) {
      throw new InstanceFailure(name() + ": " + e.closed().reason(), e);
    } catch (WorkspaceFailure e) {
      throw new InstanceFailure(name() + ": " + e.getMessage(), e);
    }
  }

  @Override
  public Start awaitReady() {
    Started process = process();
    try {
      long millis = Watch.begin(process, Duration.ZERO).steady().join();
      attestation.of(process, millis);
      return new Start.Ready(millis);
    } catch (CompletionException e) {
      if (e.getCause() instanceof DeployFailure failure) {
        return notReady(process, failure);
      }
      throw e;
    }
  }

  private static Start notReady(Started process, DeployFailure failure) {
    return process.group().isAlive()
        ? new Start.NotReady(failure.closed().reason())
        : new Start.Ended(process.group().onExit().join());
  }

  @Override
  public void pause() {
    group().pause();
  }

  @Override
  public void resume() {
    group().resume();
  }

  @Override
  public int stop() {
    group().resume(); // what is paused cannot obey
    process().stop();
    return group().onExit().join();
  }

  @Override
  public int kill() {
    group().kill();
    return group().onExit().join();
  }

  @Override
  public OptionalInt status() {
    Started process = started;
    return process == null || process.group().isAlive()
        ? OptionalInt.empty()
        : OptionalInt.of(process.group().onExit().join());
  }

  @Override
  public String output() {
    try {
      return output.text();
    } catch (IOException e) {
      throw new InstanceFailure(name() + ": its output cannot be read: " + e, e);
    }
  }

  @Override
  public Path log() {
    return launch.seat().log();
  }

  @Override
  public void close() {
    if (started != null && group().isAlive()) {
      stop();
    }
    ports.close();
  }

  private ProcessGroup group() {
    return process().group();
  }

  private Started process() {
    return Objects.requireNonNull(started, "an instance that was started");
  }
}
