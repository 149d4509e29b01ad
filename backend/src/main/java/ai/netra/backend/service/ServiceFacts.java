package ai.netra.backend.service;

import ai.netra.contract.config.Environment;
import java.net.URI;

/**
 * What the service tells everybody about itself.
 *
 * @param url the public address of this service
 * @param issuer the auth service's public address
 */
public record ServiceFacts(Build build, Environment environment, URI url, URI issuer) {

  /** The socket's public address. */
  public String socketUrl() {
    return "ws" + url.toString().substring("http".length()) + "/ws";
  }
}
