package ai.netra.contract.socket;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;

/** The body of {@code /ws/config}. */
public record SocketConfig(@JsonProperty("websocket") WebSocket webSocket) {

  /**
   * How to open a socket.
   *
   * @param limits the limits that hold, by their names
   */
  public record WebSocket(
      String endpoint,
      String subprotocol,
      @JsonProperty("supported_auth_methods") List<String> supportedAuthMethods,
      Map<String, Object> limits) {}
}
