package ai.netra.loop.deploy;

import ai.netra.loop.workspace.ProcessGroup;
import ai.netra.loop.workspace.ProcessGroups;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The process groups of an attested deployment. Safe for use by many threads. */
final class LocalDeployment implements Deployment {

  private final List<Started> started;
  private final List<RunningService> services;
  private final Map<String, String> secrets;
  private final ProcessGroups processes;
  private final Instances instances;
  private volatile boolean closed;

  LocalDeployment(
      List<Started> started,
      List<RunningService> services,
      Map<String, String> secrets,
      ProcessGroups processes,
      Instances instances) {
    this.started = List.copyOf(started);
    this.services = List.copyOf(services);
    this.secrets = Map.copyOf(secrets);
    this.processes = processes;
    this.instances = instances;
  }

  @Override
  public List<RunningService> services() {
    return services;
  }

  @Override
  public List<Log> errors() {
    return started.stream().map(it -> ErrorLines.read(it.launch().service(), it.logs())).toList();
  }

  @Override
  public Map<String, String> secrets() {
    return secrets;
  }

  @Override
  public void onDeath(Consumer<RunningService> listener) {
    for (int i = 0; i < started.size(); i++) {
      RunningService service = services.get(i);
      ProcessGroup group = started.get(i).group();
      var _ = group.onExit().thenRunAsync(() -> tell(listener, service));
    }
  }

  private void tell(Consumer<RunningService> listener, RunningService service) {
    if (!closed) {
      listener.accept(service);
    }
  }

  @Override
  public List<Instance> instances(Wanted wanted, Host host) {
    return instances.prepare(wanted, host, new Instances.Deployed(started, secrets));
  }

  @Override
  public void detach() {
    closed = true;
    started.forEach(service -> processes.detach(service.group()));
  }

  @Override
  public void close() {
    if (!closed) {
      closed = true;
      started.reversed().forEach(Started::stop);
    }
  }
}
