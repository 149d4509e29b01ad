package ai.netra.loop.deploy;

/** A service cannot be built, so nothing of it could be tried. */
final class BuildFailure extends DeployFailure {

  BuildFailure(String service, String reason) {
    super(service, reason);
  }

  @Override
  Deployer.Outcome.Closed closed() {
    return new Deployer.Outcome.Closed(service(), String.valueOf(getMessage()), true);
  }
}
