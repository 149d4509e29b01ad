package ai.netra.backend.edge;

import static ai.netra.backend.running.RunningBackend.json;
import static org.assertj.core.api.Assertions.assertThat;

import ai.netra.backend.running.SocketClient;
import ai.netra.contract.route.BackendRoutes;
import ai.netra.contract.route.Route;
import java.io.InputStream;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Answers of the real service to anybody. */
final class HttpIT extends OnHttp {

  @ParameterizedTest
  @CsvSource({
    "GET, /nope, 404, NOT_FOUND",
    "DELETE, /version, 405, METHOD_NOT_ALLOWED",
    "GET, /api/threads, 401, AUTH_REQUIRED",
    "POST, /api/threads, 401, AUTH_REQUIRED",
    "GET, /ws, 426, UPGRADE_REQUIRED",
    "GET, /a/%2e%2e/b, 400, BAD_PATH",
    "GET, /a%2fb, 400, BAD_PATH",
    "GET, /etc/passwd, 404, NOT_FOUND",
    "GET, /api/discovery/services/none, 404, NOT_FOUND"
  })
  void aRefusalHasTheOneBodyAndItsHeaders(String method, String path, int status, String code)
      throws Exception {
    HttpResponse<String> answer =
        backend.send(backend.request(path).method(method, BodyPublishers.noBody()));

    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(json(answer))
        .containsOnlyKeys(
            "error", "error_code", "message", "details", "trace_id", "request_id", "timestamp")
        .containsEntry("error_code", code);
    assertThat(answer.headers().firstValue("X-Trace-Id"))
        .contains(SocketClient.member(json(answer), "trace_id").toString());
    assertThat(answer.headers().firstValue("X-Netra-Revision")).contains("dev");
    assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
  }

  @ParameterizedTest
  @CsvSource({
    "GET /%s HTTP/1.1, 9000, 414, URI_TOO_LONG",
    "'GET / HTTP/1.1\r\nX-Long: %s', 20000, 431, HEADERS_TOO_LARGE",
    "nonsense%s, 3, 400, BAD_REQUEST",
    "GET /version?%sz=%%zz HTTP/1.1, 1, 400, BAD_REQUEST",
    "GET //%s HTTP/1.1, 3, 400, BAD_PATH",
    "GET /%s%%zz HTTP/1.1, 3, 400, BAD_PATH",
    "GET /version HTTP/9.%s, 1, 400, BAD_REQUEST",
    "'GET /version HTTP/1.1\r\nHost: b%s', 1, 400, BAD_REQUEST"
  })
  void whatTheParserRefusesHasTheBodyToo(String head, int length, int status, String code)
      throws Exception {
    String answer = raw(head.formatted("x".repeat(length)) + "\r\nHost: a\r\n\r\n");

    assertThat(answer).startsWith("HTTP/1.1 " + status + " ").contains("\"error_code\":\"" + code);
  }

  @Test
  void theServedDocumentHasEveryRouteAndNoOther() throws Exception {
    Map<?, ?> paths = (Map<?, ?>) SocketClient.member(json(backend.get("/openapi.json")), "paths");

    assertThat(paths.keySet().stream().map(Object::toString))
        .containsExactlyInAnyOrderElementsOf(
            BackendRoutes.ALL.stream().map(Route::path).distinct().toList());
  }

  @Test
  void aTrailingSlashAnswersAsWithoutIt() throws Exception {
    assertThat(backend.get("/version/").body()).isEqualTo(backend.get("/version").body());
  }

  @Test
  void headAnswersAsGetWithoutABody() throws Exception {
    HttpResponse<String> head = backend.send(backend.request("/version").HEAD());

    assertThat(head.statusCode()).isEqualTo(200);
    assertThat(head.body()).isEmpty();
  }

  @Test
  void aWrongMethodNamesTheRightOnes() throws Exception {
    HttpResponse<String> answer = backend.send(backend.request("/version").DELETE());

    assertThat(answer.headers().firstValue("Allow")).contains("GET, HEAD, OPTIONS");
  }

  @Test
  void aFailedLoginNamesTheResourceMetadata() throws Exception {
    assertThat(backend.get("/api/threads").headers().firstValue("WWW-Authenticate").orElse(""))
        .startsWith("Bearer realm=\"netra\"")
        .contains("/.well-known/oauth-protected-resource");
  }

  @Test
  void aPreflightOfAForeignOriginIsRefused() throws Exception {
    assertThat(preflight("https://evil.example").statusCode()).isEqualTo(403);
    assertThat(
            preflight("http://localhost:8000").headers().firstValue("Access-Control-Allow-Origin"))
        .contains("http://localhost:8000");
  }

  private static HttpResponse<String> preflight(String origin) throws Exception {
    return backend.send(
        backend
            .request("/api/threads")
            .header("Origin", origin)
            .header("Access-Control-Request-Method", "POST")
            .method("OPTIONS", BodyPublishers.noBody()));
  }

  private static String raw(String request) throws Exception {
    try (Socket socket = new Socket("localhost", backend.port())) {
      socket.setSoTimeout(10_000);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      InputStream in = socket.getInputStream();
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
