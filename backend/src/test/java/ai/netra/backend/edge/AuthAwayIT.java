package ai.netra.backend.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import ai.netra.backend.running.RunningBackend;
import ai.netra.backend.running.SocketClient;
import ai.netra.backend.running.TestIssuer;
import java.net.http.HttpResponse;
import java.net.http.WebSocketHandshakeException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The issuer is gone: nobody is told that his token is bad because of it. */
final class AuthAwayIT {

  private static final Map<String, String> LIMITS =
      Map.of("NETRA_BACKEND_LIMITS_BAD_TOKENS_PER_MINUTE", "600");

  @TempDir Path folder;

  @Test
  void withoutTheIssuersKeysItIs503Or1013AndNever401_W14() throws Exception {
    TestIssuer issuer = new TestIssuer();
    try (RunningBackend backend = RunningBackend.ready(folder, issuer.url(), LIMITS)) {
      String known = issuer.token("w14");
      String unknown = issuer.unknownKey("w14");
      issuer.close();

      HttpResponse<?> over = onceAsked(backend, unknown);
      assertThat(over.statusCode()).isEqualTo(503);
      assertThat(over.headers().firstValue("Retry-After")).contains("5");
      try (SocketClient inside = SocketClient.open(backend, unknown)) {
        assertThat(inside.next()).containsEntry("error_code", "AUTH_UNAVAILABLE");
        assertThat(inside.closed()).isEqualTo(new SocketClient.Closed(1013, "Auth unavailable"));
      }
      try (SocketClient kept = SocketClient.open(backend, known)) {
        assertThat(kept.next()).containsEntry("type", "system_message");
      }
    }
  }

  /** The keys were fetched at the start, and are not fetched again before 10 s have passed. */
  private static HttpResponse<?> onceAsked(RunningBackend backend, String token)
      throws InterruptedException {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(40);
    HttpResponse<?> answer = refused(backend, token);
    while (answer.statusCode() == 401 && System.nanoTime() < deadline) {
      Thread.sleep(500);
      answer = refused(backend, token);
    }
    return answer;
  }

  private static HttpResponse<?> refused(RunningBackend backend, String token) {
    Throwable thrown =
        catchThrowable(
            () ->
                SocketClient.open(
                    backend, "", builder -> builder.header("Authorization", "Bearer " + token)));
    if (thrown != null && thrown.getCause() instanceof WebSocketHandshakeException denied) {
      return denied.getResponse();
    }
    throw new AssertionError("the handshake was not denied", thrown);
  }
}
