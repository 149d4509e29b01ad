package ai.netra.loop.deploy;

import ai.netra.loop.deploy.Deployment.RunningService;
import ai.netra.loop.project.ServiceSpec;
import ai.netra.loop.record.DeployDone;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Deploys on this machine: secrets, builds, starts in the order of needs, attestation. */
final class LocalDeployer implements Deployer {

  private final Deployers.Plan plan;
  private final Secrets secrets;
  private final Artifacts artifacts;
  private final Starter starter;
  private final DeployJournal records;

  LocalDeployer(
      Deployers.Plan plan,
      Secrets secrets,
      Artifacts artifacts,
      Starter starter,
      DeployJournal records) {
    this.plan = plan;
    this.secrets = secrets;
    this.artifacts = artifacts;
    this.starter = starter;
    this.records = records;
  }

  @Override
  public Outcome deploy() {
    List<Watch> watches = new ArrayList<>();
    try (Ports ports = new Ports()) {
      Map<String, String> values = secrets.resolve();
      plan.redaction().learn(values.values());
      List<Launch> launches = starter.prepare(artifacts(), ports);
      ServiceEnvironment environment = new ServiceEnvironment(plan, launches, values);
      for (Launch launch : launches) {
        watches.add(Watch.begin(starter.start(launch, environment, ports)));
        await(watches.getLast().answered());
      }
      return attested(watches, values);
    } catch (DeployFailure e) {
      watches.reversed().forEach(watch -> watch.service().stop());
      records.append(
          new DeployDone(false, e.closed().reason(), e.service(), "nothing runs"), List.of());
      return e.closed();
    }
  }

  private Map<ServiceSpec, Artifact> artifacts() {
    return BuildsAtOnce.of(artifacts).of(StartOrder.of(plan.project()));
  }

  private Outcome attested(List<Watch> watches, Map<String, String> values) {
    List<RunningService> running = new ArrayList<>();
    List<Long> lines = new ArrayList<>();
    Attestation attestation = new Attestation(plan.deploy(), records);
    for (Watch watch : watches) {
      long millis = await(watch.steady());
      lines.add(attestation.of(watch.service(), millis));
      running.add(running(watch.service()));
    }
    records.append(new DeployDone(true, "every service answered for its build", null, null), lines);
    return new Outcome.Attested(
        new LocalDeployment(
            watches.stream().map(Watch::service).toList(),
            running,
            values,
            starter.processes(),
            new Instances(plan, secrets, starter, attestation)));
  }

  private static RunningService running(Started service) {
    Launch launch = service.launch();
    return new RunningService(
        service.name(),
        launch.artifact().build(),
        launch.artifact().digest(),
        service.group().pid(),
        service.group().birth(),
        launch.mainPort(),
        launch.publicUrl().toString(),
        service.log());
  }

  private static long await(CompletableFuture<Long> future) {
    try {
      return future.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof DeployFailure failure) {
        throw failure;
      }
      throw e;
    }
  }
}
