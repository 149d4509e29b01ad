package ai.netra.auth;

import static org.assertj.core.api.Assertions.assertThat;

import ai.netra.auth.support.AuthProcess;
import ai.netra.auth.support.Client;
import ai.netra.auth.support.Client.Reply;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/**
 * What every answer and every receipt holds, from whatever layer: H1, H5, H7, H14, H16, H29 to H36.
 */
final class AnswersIT {

  @TempDir static Path folder;
  private static AuthProcess service;
  private static Client client;

  @BeforeAll
  static void start() {
    service = AuthProcess.ready(folder, AuthProcess.variables(folder.resolve("data")));
    client = new Client(service.address());
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  @Test
  void everyAnswerHasTraceRevisionAndSecurityHeaders() {
    String trace = UUID.randomUUID().toString().replace("-", "");
    Reply reply =
        client.send(
            client
                .request("/nope", "")
                .header("traceparent", "00-" + trace + "-00f067aa0ba902b7-01")
                .header("X-Request-ID", "mine-1")
                .GET()
                .build());

    assertThat(reply.status()).isEqualTo(404);
    assertThat(reply.header("X-Trace-Id")).isEqualTo(trace);
    assertThat(reply.header("X-Request-ID")).isEqualTo("mine-1");
    assertThat(reply.header("X-Netra-Revision")).isNotEmpty();
    assertThat(reply.header("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(reply.at("/trace_id")).isEqualTo(trace);
    service.await(trace);
    String line =
        service.output().lines().filter(text -> text.contains(trace)).findFirst().orElseThrow();
    assertThat(line)
        .contains("\"parent_id\":\"00f067aa0ba902b7\"", "\"route\":\"unmatched\"")
        .contains("\"status\":404", "\"stored\":[]", "\"error_code\":\"NOT_FOUND\"");
  }

  @Test
  void theReceiptOfAWriteTellsWhatWasStored() {
    String trace = UUID.randomUUID().toString().replace("-", "");
    Reply reply =
        client.send(
            client
                .request("/auth/register/?x=secret-in-query", "")
                .header("traceparent", "00-" + trace + "-00f067aa0ba902b7-01")
                .header("Content-Type", "application/json")
                .POST(
                    java.net.http.HttpRequest.BodyPublishers.ofString(
                        "{\"email\":\"%s\",\"password\":\"%s\"}"
                            .formatted(Client.newAddress(), Client.PASSWORD)))
                .build());
    assertThat(reply.status()).isEqualTo(201);

    service.await(trace);
    String line =
        service.output().lines().filter(text -> text.contains(trace)).findFirst().orElseThrow();
    JsonNode receipt = tools.jackson.databind.json.JsonMapper.shared().readTree(line);
    assertThat(receipt.at("/route").asString()).isEqualTo("/auth/register");
    assertThat(receipt.at("/user_id").asString()).isEqualTo(reply.at("/user/id"));
    assertThat(receipt.at("/stored/0/entity").asString()).isEqualTo("account");
    assertThat(receipt.at("/stored/0/id").asString()).isEqualTo(reply.at("/user/id"));
    assertThat(service.output()).doesNotContain("secret-in-query").doesNotContain(Client.PASSWORD);
  }

  @Test
  void methodsPathsAndPreflightsFollowTheTable() {
    Reply wrong = client.send("PUT", "/auth/login", new byte[0], "application/json", "");
    assertThat(wrong.status()).isEqualTo(405);
    assertThat(wrong.header("Allow")).isEqualTo("OPTIONS, POST");
    assertThat(client.get("/health/").status()).isEqualTo(200);
    assertThat(client.get("/a%2Fb").at("/error_code")).isEqualTo("BAD_PATH");
    assertThat(preflight("http://localhost:8000").status()).isEqualTo(204);
    assertThat(preflight("http://localhost:8000").header("Access-Control-Allow-Origin"))
        .isEqualTo("http://localhost:8000");
    assertThat(preflight("http://evil.example").at("/error_code")).isEqualTo("ORIGIN_NOT_ALLOWED");
    assertThat(preflight("http://evil.example").header("Access-Control-Allow-Origin")).isEmpty();
  }

  private static Reply preflight(String origin) {
    return client.send(
        client
            .request("/auth/login", "")
            .header("Origin", origin)
            .header("Access-Control-Request-Method", "POST")
            .method("OPTIONS", java.net.http.HttpRequest.BodyPublishers.noBody())
            .build());
  }

  @Test
  void headersThatAreTooLargeGetTheOneErrorBody() {
    Reply reply = client.send(client.request("/health", "x".repeat(20_000)).GET().build());

    assertThat(reply.status()).isEqualTo(431);
    assertThat(reply.at("/error_code")).isEqualTo("HEADERS_TOO_LARGE");
    assertThat(reply.header("X-Trace-Id")).isEqualTo(reply.at("/trace_id"));
  }

  @ParameterizedTest
  @CsvSource({
    "/.., BAD_PATH",
    "/%2e%2e/x, BAD_PATH",
    "/x%00y, BAD_PATH",
    "/%zz, BAD_PATH",
    "/a b, BAD_REQUEST"
  })
  void whatTheServersReaderRefusesHasTheCodeOfItsFault(String target, String code)
      throws Exception {
    assertThat(raw("GET " + target + " HTTP/1.1"))
        .startsWith("HTTP/1.1 400 ")
        .contains("\"error_code\":\"" + code + "\"");
  }

  @Test
  void anotherVersionOfTheProtocolIsTheClientsMistake() throws Exception {
    assertThat(raw("GET /version HTTP/9.9"))
        .startsWith("HTTP/1.1 400 ")
        .contains("\"error_code\":\"BAD_REQUEST\"");
  }

  @Test
  void twoCredentialsAreNone() throws Exception {
    assertThat(raw("GET /auth/me HTTP/1.1\r\nAuthorization: Bearer a\r\nAuthorization: Bearer b"))
        .startsWith("HTTP/1.1 401 ")
        .contains("\"error_code\":\"AUTH_MALFORMED\"", "one header line, got 2");
  }

  private static String raw(String head) throws IOException {
    try (Socket socket = new Socket("localhost", service.address().getPort())) {
      socket.setSoTimeout(20_000);
      String request = head + "\r\nHost: localhost\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void anAcceptThatNothingFitsIsRefused() {
    Reply reply =
        client.send(client.request("/auth/config", "").header("Accept", "text/html").GET().build());

    assertThat(reply.status()).isEqualTo(406);
  }
}
