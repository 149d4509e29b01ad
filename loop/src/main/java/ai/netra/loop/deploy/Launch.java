package ai.netra.loop.deploy;

import ai.netra.loop.project.ServiceSpec;
import ai.netra.loop.project.ServiceSpec.StartSpec;
import java.net.URI;
import java.util.Map;

/**
 * A service that is about to start.
 *
 * @param ports port name to private port
 */
record Launch(
    ServiceSpec service,
    StartSpec startSpec,
    Artifact artifact,
    Map<String, Integer> ports,
    URI publicUrl,
    Seat seat) {

  /** The port that {@code ready.http} and the public URL mean. */
  int mainPort() {
    return ports.values().iterator().next();
  }
}
