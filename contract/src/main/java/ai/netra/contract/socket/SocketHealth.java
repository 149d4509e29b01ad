package ai.netra.contract.socket;

import ai.netra.contract.health.Health;
import com.fasterxml.jackson.annotation.JsonUnwrapped;

/** The body of {@code /ws/health}: the service's state with its sockets. */
public record SocketHealth(@JsonUnwrapped Health health, SocketCount sockets) {

  public static SocketHealth of(Health health, SocketCount sockets) {
    return new SocketHealth(health, sockets);
  }
}
