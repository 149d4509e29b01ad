package ai.netra.loop.deploy;

import ai.netra.loop.project.ServiceSpec;
import ai.netra.loop.project.TargetSpec;
import java.net.URI;

/** Decides where a service listens and where others find it. */
public interface Addresses {

  /** The port that the service itself gets under a name; 0 for a free one. */
  int privatePort(ServiceSpec service, String port);

  /**
   * The URL at which others find the service. Called once for every service before the first is
   * started, so that whoever holds the public URL can point it at the private port.
   */
  URI publicUrl(ServiceSpec service, int privatePort);

  /** Each service holds its own public URL: {@code at.<target>} where declared. */
  static Addresses own(TargetSpec target) {
    return new OwnAddresses(target.name());
  }
}
