package ai.netra.loop.deploy;

import ai.netra.loop.project.References;
import ai.netra.loop.project.ServiceSpec;
import ai.netra.loop.project.ServiceSpec.StartSpec;
import ai.netra.loop.record.DeployIntent;
import ai.netra.loop.workspace.Command;
import ai.netra.loop.workspace.ProcessGroup;
import ai.netra.loop.workspace.ProcessGroups;
import ai.netra.loop.workspace.Workspace;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Gives services their ports and starts their processes. */
final class Starter {

  private final Deployers.Plan plan;
  private final Workspace workspace;
  private final DeployJournal records;
  private final Addresses addresses;

  Starter(Deployers.Plan plan, Workspace workspace, DeployJournal records, Addresses addresses) {
    this.plan = plan;
    this.workspace = workspace;
    this.records = records;
    this.addresses = addresses;
  }

  /** Takes every port before the first service starts, so that all URLs are known to all. */
  List<Launch> prepare(Map<ServiceSpec, Artifact> artifacts, Ports ports) {
    List<Launch> launches = new ArrayList<>();
    artifacts.forEach((service, artifact) -> launches.add(prepare(service, artifact, ports)));
    return launches;
  }

  private Launch prepare(ServiceSpec service, Artifact artifact, Ports ports) {
    Seat seat = new Seat(service.name(), null, plan.folder(), plan.data().resolve(service.name()));
    return prepare(service, artifact, ports, new Place(addresses, seat));
  }

  /** Where others find a service, and where it stands. */
  record Place(Addresses addresses, Seat seat) {}

  /** Takes the ports of one service, which others find at {@code place}. */
  Launch prepare(ServiceSpec service, Artifact artifact, Ports ports, Place place) {
    Map<String, Integer> taken = new LinkedHashMap<>();
    for (String name : service.ports().keySet()) {
      taken.put(name, ports.take(service.name(), place.addresses.privatePort(service, name)));
    }
    if (taken.isEmpty()) {
      throw new DeployFailure(service.name(), "it declares no port at which it could be asked");
    }
    StartSpec start = service.start();
    if (start == null) {
      throw new DeployFailure(service.name(), "it has no start, which adapter 'process' needs");
    }
    URI url = place.addresses.publicUrl(service, taken.values().iterator().next());
    return new Launch(service, start, artifact, taken, url, place.seat);
  }

  Started start(Launch launch, ServiceEnvironment environment, Ports ports) {
    String name = launch.service().name();
    Command command = command(launch, environment);
    Instant intended = workspace.clock().instant();
    String build = launch.artifact().build();
    DeployIntent meant = new DeployIntent(name, build, plan.deploy());
    long intent =
        records.append(launch.seat().instance() == null ? meant.key(plan.round()) : "", meant);
    ports.release(launch.ports().values());
    ProcessGroup group = workspace.processes().spawn(command, records.process(command.output()));
    return new Started(launch, group, intent, intended);
  }

  /** What a process of it is started with. */
  List<String> argv(Launch launch, ServiceEnvironment environment) {
    return command(launch, environment).argv();
  }

  ProcessGroups processes() {
    return workspace.processes();
  }

  private Command command(Launch launch, ServiceEnvironment environment) {
    Map<String, String> references = environment.references(launch, data(launch));
    StartSpec start = launch.startSpec();
    try {
      return new Command(
          launch.seat().instance() == null ? "service" : "instance",
          launch.seat().name(),
          Command.words(References.resolve(start.command(), references)),
          launch.artifact().root().resolve(References.resolve(start.directory(), references)),
          environment.variables(launch, references),
          launch.seat().log(),
          launch.seat().errors());
    } catch (IllegalArgumentException e) {
      throw new DeployFailure(launch.service().name(), String.valueOf(e.getMessage()), e);
    }
  }

  private static Path data(Launch launch) {
    try {
      return Files.createDirectories(launch.seat().data());
    } catch (IOException e) {
      throw new DeployFailure(launch.service().name(), "its data folder cannot be made: " + e, e);
    }
  }
}
