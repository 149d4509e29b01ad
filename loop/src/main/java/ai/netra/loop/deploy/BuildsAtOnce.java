package ai.netra.loop.deploy;

import ai.netra.loop.project.ServiceSpec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Gets the artifacts of all services, some at a time: a build waits for disk, network and its own
 * single threads as much as for a core.
 *
 * @param limit how many at a time
 */
record BuildsAtOnce(Artifacts artifacts, int limit) {

  /** As many at a time as the machine has cores. */
  static BuildsAtOnce of(Artifacts artifacts) {
    return new BuildsAtOnce(artifacts, Runtime.getRuntime().availableProcessors());
  }

  /**
   * The artifacts, in the order of the services; returns when no build is under way any more.
   *
   * @throws DeployFailure that of the first service without one
   */
  Map<ServiceSpec, Artifact> of(List<ServiceSpec> services) {
    List<Future<Artifact>> asked = new ArrayList<>();
    try (ExecutorService builds =
        Executors.newFixedThreadPool(limit, Thread.ofPlatform().name("build-", 0).factory())) {
      services.forEach(it -> asked.add(builds.submit(() -> artifacts.of(it))));
    }
    Map<ServiceSpec, Artifact> made = new LinkedHashMap<>();
    for (int i = 0; i < services.size(); i++) {
      made.put(services.get(i), made(services.get(i), asked.get(i)));
    }
    return made;
  }

  private static Artifact made(ServiceSpec service, Future<Artifact> asked) {
    try {
      return asked.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      throw new DeployFailure(service.name(), "its build broke off: " + e.getCause(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DeployFailure(service.name(), "its build was interrupted", e);
    }
  }
}
