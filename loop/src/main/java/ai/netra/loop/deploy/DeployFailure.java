package ai.netra.loop.deploy;

/** A step of a deploy found that the gate must stay closed; {@link LocalDeployer} says so. */
class DeployFailure extends RuntimeException {

  private final String service;

  DeployFailure(String service, String reason) {
    super(reason);
    this.service = service;
  }

  DeployFailure(String service, String reason, Throwable cause) {
    super(reason, cause);
    this.service = service;
  }

  String service() {
    return service;
  }

  Deployer.Outcome.Closed closed() {
    return new Deployer.Outcome.Closed(service, String.valueOf(getMessage()));
  }
}
