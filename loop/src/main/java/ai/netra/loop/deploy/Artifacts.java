package ai.netra.loop.deploy;

import ai.netra.loop.project.ServiceSpec;

/** Where the artifacts of a deploy come from. */
interface Artifacts {

  /**
   * The artifact of a service.
   *
   * @throws DeployFailure when there is none
   */
  Artifact of(ServiceSpec service);
}
