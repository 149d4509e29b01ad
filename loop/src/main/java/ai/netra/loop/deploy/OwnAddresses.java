package ai.netra.loop.deploy;

import ai.netra.loop.project.ServiceSpec;
import java.net.URI;

/** Public is private: nobody stands before the service. */
record OwnAddresses(String target) implements Addresses {

  @Override
  public int privatePort(ServiceSpec service, String port) {
    URI at = service.at().get(target);
    boolean first = service.ports().keySet().iterator().next().equals(port);
    return at != null && first && at.getPort() > 0
        ? at.getPort()
        : service.ports().getOrDefault(port, 0);
  }

  @Override
  public URI publicUrl(ServiceSpec service, int privatePort) {
    URI at = service.at().get(target);
    return at != null ? at : URI.create("http://localhost:" + privatePort);
  }
}
