package ai.netra.loop.deploy;

import ai.netra.loop.project.ServiceSpec;
import ai.netra.loop.project.ServiceSpec.BuildSpec;
import ai.netra.loop.workspace.StateDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where a build of a service lives in the cache: the folder {@code tree} with inputs and what was
 * made of them, and the file {@code digest}, written last.
 */
record BuildPlace(ServiceSpec service, BuildSpec spec, String id, Path root) {

  static BuildPlace of(ServiceSpec service, BuildSpec spec, String id, StateDirectory state) {
    return new BuildPlace(service, spec, id, state.cache().resolve(service.name() + "-" + id));
  }

  Path tree() {
    return root.resolve("tree");
  }

  Path digestFile() {
    return root.resolve("digest");
  }

  /** Whether a whole build is there whose artifact is still what it was. */
  boolean isWhole() throws IOException {
    return Files.exists(digestFile())
        && ArtifactPath.find(tree(), service).isPresent()
        && digest().equals(ArtifactDigest.of(ArtifactPath.in(tree(), service)));
  }

  void seal() throws IOException {
    Files.writeString(digestFile(), ArtifactDigest.of(ArtifactPath.in(tree(), service)));
  }

  String digest() throws IOException {
    return Files.readString(digestFile());
  }

  Artifact artifact() throws IOException {
    return new Artifact(id, digest(), tree(), ArtifactPath.in(tree(), service));
  }
}
