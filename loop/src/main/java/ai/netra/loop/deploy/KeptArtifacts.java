package ai.netra.loop.deploy;

import ai.netra.loop.project.ServiceSpec;
import ai.netra.loop.project.ServiceSpec.BuildSpec;
import ai.netra.loop.record.DeployBack.Kept;
import ai.netra.loop.workspace.StateDirectory;
import java.io.IOException;
import java.util.List;

/** Artifacts of earlier builds, taken from the cache as they are: nothing is built. */
final class KeptArtifacts implements Artifacts {

  private final List<Kept> kept;
  private final StateDirectory state;

  KeptArtifacts(List<Kept> kept, StateDirectory state) {
    this.kept = kept;
    this.state = state;
  }

  @Override
  public Artifact of(ServiceSpec service) {
    Kept wanted =
        kept.stream()
            .filter(it -> it.service().equals(service.name()))
            .findFirst()
            .orElseThrow(() -> new DeployFailure(service.name(), "no build of it was kept"));
    try {
      return whole(BuildPlace.of(service, build(service), wanted.build(), state), wanted);
    } catch (IOException e) {
      throw new DeployFailure(
          service.name(), "its build " + wanted.build() + " cannot be read: " + e, e);
    }
  }

  private static Artifact whole(BuildPlace place, Kept wanted) throws IOException {
    if (!place.isWhole() || !place.digest().equals(wanted.digest())) {
      throw new DeployFailure(
          wanted.service(),
          "the artifact of build %s is not in the cache any more as it was proved, digest %s"
              .formatted(wanted.build(), wanted.digest()));
    }
    return place.artifact();
  }

  private static BuildSpec build(ServiceSpec service) {
    BuildSpec build = service.build();
    if (build == null) {
      throw new DeployFailure(service.name(), "it has no build, which adapter 'process' needs");
    }
    return build;
  }
}
