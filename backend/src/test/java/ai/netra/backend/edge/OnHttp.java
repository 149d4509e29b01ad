package ai.netra.backend.edge;

import ai.netra.backend.running.RunningBackend;
import ai.netra.backend.running.TestIssuer;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** A running backend that is asked over HTTP. */
abstract class OnHttp {

  @TempDir static Path folder;
  static TestIssuer issuer;

  static RunningBackend backend;

  @BeforeAll
  static void start() throws Exception {
    issuer = new TestIssuer();
    backend = RunningBackend.ready(folder, issuer.url(), Map.of());
  }

  @AfterAll
  static void stop() {
    backend.close();
    issuer.close();
  }

  static HttpResponse<String> get(String path, String token) throws Exception {
    return backend.send(bearer(token, path));
  }

  static HttpRequest.Builder bearer(String token, String path) {
    return backend.request(path).header("Authorization", "Bearer " + token);
  }
}
