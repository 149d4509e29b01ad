package ai.netra.backend.edge;

import ai.netra.backend.running.RunningBackend;
import ai.netra.backend.running.SocketClient;
import ai.netra.backend.running.TestIssuer;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** A running backend with small limits, and sockets of its users. */
abstract class OnSockets {

  @TempDir static Path folder;
  static TestIssuer issuer;

  static RunningBackend backend;

  @BeforeAll
  static void start() throws Exception {
    issuer = new TestIssuer();
    backend =
        RunningBackend.ready(
            folder,
            issuer.url(),
            Map.of(
                "NETRA_BACKEND_LIMITS_MAX_SOCKETS", "3",
                "NETRA_BACKEND_LIMITS_BAD_TOKENS_PER_MINUTE", "600"));
  }

  @AfterAll
  static void stop() {
    backend.close();
    issuer.close();
  }

  static SocketClient welcomed(String user) throws InterruptedException {
    SocketClient client = SocketClient.open(backend, issuer.token(user));
    client.next("system_message");
    return client;
  }
}
