package ai.netra.loop.deploy;

import ai.netra.loop.deploy.Deployment.Host;
import ai.netra.loop.deploy.Deployment.Instance;
import ai.netra.loop.deploy.Deployment.InstanceFailure;
import ai.netra.loop.deploy.Deployment.Wanted;
import ai.netra.loop.project.ServiceSpec;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Prepares instances beside a deployment. Safe for use by many threads. */
final class Instances {

  private final Deployers.Plan plan;
  private final Secrets secrets;
  private final Starter starter;
  private final Attestation attestation;

  Instances(Deployers.Plan plan, Secrets secrets, Starter starter, Attestation attestation) {
    this.plan = plan;
    this.secrets = secrets;
    this.starter = starter;
    this.attestation = attestation;
  }

  /** What runs already: the services and their secrets. */
  record Deployed(List<Started> services, Map<String, String> secrets) {

    Started service(String name) {
      return services.stream()
          .filter(it -> it.name().equals(name))
          .findFirst()
          .orElseThrow(() -> new InstanceFailure("service " + name + " is not deployed"));
    }
  }

  List<Instance> prepare(Wanted wanted, Host host, Deployed deployed) {
    Ports ports = new Ports();
    try {
      List<ServiceSpec> group = group(wanted);
      List<Launch> own = new ArrayList<>();
      for (ServiceSpec service : group) {
        own.add(launch(service, wanted, host, new Source(deployed, ports)));
      }
      Map<String, String> values =
          wanted.copy() ? deployed.secrets() : secrets.again(deployed.secrets(), group);
      plan.redaction().learn(values.values());
      return instances(wanted, host, new Source(deployed, ports), new Own(own, values));
    } catch (DeployFailure e) {
      ports.close();
      throw new InstanceFailure(e.closed().service() + ": " + e.closed().reason(), e);
    }
  }

  private record Source(Deployed deployed, Ports ports) {}

  private record Own(List<Launch> launches, Map<String, String> secrets) {}

  /** The service and, where they shall be its own, all that it needs, in the order of starts. */
  private List<ServiceSpec> group(Wanted wanted) {
    Set<String> names =
        wanted.ownNeeds() ? plan.project().withNeeds(wanted.service()) : Set.of(wanted.service());
    return StartOrder.of(plan.project()).stream().filter(it -> names.contains(it.name())).toList();
  }

  private Launch launch(ServiceSpec service, Wanted wanted, Host host, Source source) {
    String name = host.name(service);
    Path data = wanted.folder().resolve(name + ".data");
    Started deployed = source.deployed.service(service.name());
    if (wanted.copy()) {
      DataCopy.of(deployed, data);
    }
    return starter.prepare(
        service,
        deployed.launch().artifact(),
        source.ports,
        new Starter.Place(host, new Seat(name, name, wanted.folder(), data)));
  }

  private List<Instance> instances(Wanted wanted, Host host, Source source, Own own) {
    List<Launch> known = new ArrayList<>();
    source.deployed.services().forEach(it -> known.add(it.launch()));
    known.addAll(own.launches); // the later of one name counts
    List<Instance> instances = new ArrayList<>();
    for (Launch launch : own.launches) {
      boolean asked = launch.service().name().equals(wanted.service());
      ServiceEnvironment.Special special =
          asked
              ? new ServiceEnvironment.Special(host.references(launch.service()), wanted.env())
              : ServiceEnvironment.Special.NONE;
      instances.add(
          new LocalInstance(
              launch,
              new ServiceEnvironment(plan, known, own.secrets, special),
              starter,
              source.ports,
              attestation));
    }
    return instances;
  }
}
