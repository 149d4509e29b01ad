package ai.netra.loop.deploy;

import ai.netra.loop.record.DeployAttested;
import java.time.Duration;
import java.util.List;

/** Records that a service which answered is the one that was started. */
record Attestation(String deploy, DeployJournal records) {

  /** Births are told to a second. */
  private static final Duration BIRTH_TOLERANCE = Duration.ofSeconds(2);

  /**
   * Attests a service that answered so long after its start; returns the journal's line.
   *
   * @throws DeployFailure when its process is older than the intent to start it
   */
  long of(Started service, long millis) {
    if (service.group().birth().plus(BIRTH_TOLERANCE).isBefore(service.intended())) {
      throw new DeployFailure(
          service.name(), "its process was born before it was meant to be started");
    }
    Launch launch = service.launch();
    boolean reports = launch.service().ready().revision() != null;
    return records.append(
        new DeployAttested(
            service.name(),
            launch.seat().instance(),
            launch.artifact().build(),
            reports ? launch.artifact().build() : "",
            reports ? "self" : "process",
            launch.artifact().digest(),
            deploy,
            service.group().pid(),
            service.group().birth(),
            launch.mainPort(),
            launch.publicUrl().toString(),
            millis),
        List.of(service.intent()));
  }
}
