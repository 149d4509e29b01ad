package ai.netra.backend.edge;

import ai.netra.backend.service.HealthReport;
import ai.netra.backend.service.Limits;
import ai.netra.backend.service.Refused;
import ai.netra.contract.error.ErrorCode;
import ai.netra.contract.error.Violation;
import ai.netra.contract.health.Health;
import ai.netra.contract.socket.SocketConfig;
import ai.netra.contract.socket.SocketHealth;
import java.util.List;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What stands beside the socket. */
@RestController
final class SocketController {

  private static final TypeReference<Map<String, Object>> NUMBERS = new TypeReference<>() {};

  private final Limits limits;
  private final HealthReport health;
  private final Sockets sockets;
  private final JsonMapper mapper;

  SocketController(Limits limits, HealthReport health, Sockets sockets, JsonMapper mapper) {
    this.limits = limits;
    this.health = health;
    this.sockets = sockets;
    this.mapper = mapper;
  }

  /** An upgrade never comes here: it is taken before. */
  @GetMapping("/ws")
  Health withoutUpgrade(ServerHttpRequest request) {
    String upgrade = request.getHeaders().getUpgrade();
    throw new Refused(
        ErrorCode.UPGRADE_REQUIRED,
        "upgrade: a WebSocket handshake of version 13 is expected, got "
            + (upgrade == null ? "a plain GET" : Violation.cut("an upgrade to " + upgrade)));
  }

  @GetMapping("/ws/config")
  SocketConfig config() {
    return new SocketConfig(
        new SocketConfig.WebSocket(
            "/ws",
            "jwt-auth",
            List.of("header", "subprotocol"),
            mapper.convertValue(limits, NUMBERS)));
  }

  @GetMapping("/ws/health")
  ResponseEntity<SocketHealth> health() {
    Health known = health.known();
    ResponseEntity.BodyBuilder answer =
        HealthReport.serves(known)
            ? ResponseEntity.ok()
            : ResponseEntity.status(503).header("Retry-After", "2");
    return answer.body(SocketHealth.of(known, sockets.count()));
  }
}
