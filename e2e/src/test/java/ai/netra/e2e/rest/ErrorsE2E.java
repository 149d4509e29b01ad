package ai.netra.e2e.rest;

import static org.assertj.core.api.Assertions.assertThat;

import ai.netra.e2e.support.Answer;
import ai.netra.e2e.support.Identity;
import ai.netra.e2e.support.Json;
import ai.netra.e2e.support.People;
import ai.netra.e2e.support.Rest;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One error body from every layer, and the right code in it. */
@ExtendWith(People.class)
@Tag("p1")
@Tag("area:errors")
class ErrorsE2E {

  @ParameterizedTest
  @CsvSource({
    "GET, /nothing/here, 404 NOT_FOUND",
    "GET, /api/threads, 401 AUTH_REQUIRED",
    "TRACE, /health, 405 METHOD_NOT_ALLOWED",
    "PUT, /health, 405 METHOD_NOT_ALLOWED",
    "GET, /api/agents/oracle, 404 AGENT_NOT_FOUND",
    "GET, /api/discovery/services/oracle, 404 NOT_FOUND"
  })
  @DisplayName("H1 Every refusal has the one error body, from whatever layer")
  void everyRefusalHasTheBody(String method, String path, String refusal) {
    Answer answer = Rest.backend().send(method, path, "");

    assertThat(answer.refusal()).isEqualTo(refusal);
    assertThat(answer.json().propertyNames())
        .containsExactlyInAnyOrder(
            "error", "error_code", "message", "details", "trace_id", "request_id", "timestamp");
    assertThat(answer.json().at("/error").asBoolean()).isTrue();
    assertThat(answer.text("/trace_id")).isEqualTo(answer.header("X-Trace-Id"));
  }

  @Test
  @DisplayName("H3 A message names thing, rule and value, cut at 100 characters")
  void messageIsCut(Identity ann) {
    Answer answer =
        Rest.backend()
            .as(ann)
            .post("/api/threads", Json.write(java.util.Map.of("title", "x".repeat(300))));

    assertThat(answer.refusal()).isEqualTo("422 VALIDATION_ERROR");
    assertThat(answer.text("/details/violations/0/field")).isEqualTo("title");
    assertThat(answer.text("/details/violations/0/received")).isEqualTo("x".repeat(100));
    assertThat(answer.text("/message")).startsWith("title:").contains("200");
  }

  @ParameterizedTest
  @CsvSource({
    "/health, 200, healthy",
    "/api/agents, 200, supervisor",
    "/api/threads, 401, AUTH_REQUIRED",
    "/version, 200, netra-backend"
  })
  @DisplayName("H5 A trailing slash answers alike and nothing redirects")
  void trailingSlashAnswersAlike(String path, int status, String held) {
    Answer plain = Rest.backend().get(path);
    Answer slash = Rest.backend().get(path + "/");

    assertThat(plain.status()).isEqualTo(status);
    assertThat(slash.status()).isEqualTo(plain.status());
    assertThat(slash.body()).contains('"' + held + '"');
    assertThat(slash.json().propertyNames()).isEqualTo(plain.json().propertyNames());
  }

  @Test
  @DisplayName("H6 HEAD answers as GET without a body")
  void headHasNoBody() {
    Answer get = Rest.backend().get("/version");
    Answer head = Rest.backend().send("HEAD", "/version", "");

    assertThat(get.text("/service")).isEqualTo("netra-backend");
    assertThat(head.status()).isEqualTo(200);
    assertThat(head.body()).isEmpty();
    assertThat(head.header("Content-Type")).isEqualTo(get.header("Content-Type"));
    assertThat(head.header("X-Netra-Revision")).isEqualTo(get.text("/revision"));
  }

  @Test
  @DisplayName("H7 A wrong method is 405 with Allow")
  void wrongMethodNamesAllowed() {
    Answer answer = Rest.backend().send("DELETE", "/api/agents", "");

    assertThat(answer.refusal()).isEqualTo("405 METHOD_NOT_ALLOWED");
    assertThat(answer.header("Allow")).contains("GET").contains("HEAD").contains("OPTIONS");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/ws/test", "/api/messages", "/api/users/me", "/etc/passwd", "/api/demo/x"})
  @DisplayName("H8 An unknown path is 404 with and without a token")
  void unknownPathIs404(String path) {
    Identity ann = Identity.fresh();

    assertThat(Rest.backend().get(path).refusal()).isEqualTo("404 NOT_FOUND");
    assertThat(Rest.backend().as(ann).get(path).refusal()).isEqualTo("404 NOT_FOUND");
  }

  @Test
  @DisplayName("H9 Location of a 201 opens what was made")
  void locationOpens(Identity ann) {
    Answer made = Rest.backend().as(ann).post("/api/threads", "{\"title\":\"Mine\"}");
    Answer opened = Rest.backend().as(ann).get(made.header("Location"));

    assertThat(made.status()).isEqualTo(201);
    assertThat(opened.json()).isEqualTo(made.json());
  }

  @Test
  @DisplayName("H10 A body over its size is 413 with the limit")
  void tooLargeIs413(Identity ann) {
    Answer answer =
        Rest.backend()
            .as(ann)
            .post("/api/threads", "{\"title\":\"" + "x".repeat(1_048_576) + "\"}");

    assertThat(answer.refusal()).isEqualTo("413 BODY_TOO_LARGE");
    assertThat(answer.json().at("/details/limit_bytes").asLong()).isEqualTo(1_048_576);
  }

  @ParameterizedTest
  @CsvSource({
    "'{\"title\":', INVALID_JSON",
    "'[]', NOT_AN_OBJECT",
    "'5', NOT_AN_OBJECT",
    "'{\"a\":1} x', INVALID_JSON"
  })
  @DisplayName("H11 Bad JSON and an array are 400")
  void badJsonIs400(String body, String code) {
    Identity ann = Identity.fresh();

    assertThat(Rest.backend().as(ann).post("/api/threads", body).refusal())
        .isEqualTo("400 " + code);
  }

  @Test
  @DisplayName("H12 All bad fields are listed in one 422")
  void allBadFieldsAtOnce(Identity ann) {
    Answer answer =
        Rest.backend()
            .as(ann)
            .post("/api/threads", "{\"title\":5,\"metadata\":[],\"id\":\"-bad id-\"}");

    assertThat(answer.refusal()).isEqualTo("422 VALIDATION_ERROR");
    assertThat(Json.texts(answer.json().at("/details/violations"), "/field"))
        .containsExactlyInAnyOrder("title", "metadata", "id");
  }

  @Test
  @DisplayName("H13 Unknown fields are ignored")
  void unknownFieldsAreIgnored(Identity ann) {
    Answer answer =
        Rest.backend().as(ann).post("/api/threads", "{\"title\":\"T\",\"colour\":\"blue\"}");

    assertThat(answer.status()).isEqualTo(201);
    assertThat(answer.text("/title")).isEqualTo("T");
    assertThat(answer.json().has("colour")).isFalse();
  }

  @Test
  @DisplayName("H14 A body of another media type is 415")
  void otherMediaTypeIs415(Identity ann) {
    Answer answer =
        Rest.backend()
            .as(ann)
            .send("POST", "/api/threads", "text/plain", "hello".getBytes(StandardCharsets.UTF_8));

    assertThat(answer.refusal()).isEqualTo("415 UNSUPPORTED_MEDIA_TYPE");
  }

  @Test
  @DisplayName("H14 An Accept that nothing fits is 406")
  void unacceptableIs406(Identity ann) {
    Answer answer = Rest.backend().as(ann).header("Accept", "image/png").get("/api/threads");

    assertThat(answer.refusal()).isEqualTo("406 NOT_ACCEPTABLE");
  }

  @ParameterizedTest
  @CsvSource({"/api/threads/thread_none, 401 AUTH_REQUIRED", "/api/nothing, 404 NOT_FOUND"})
  @DisplayName("H15 Two faults answer in the order of the checks")
  void orderOfChecks(String path, String refusal) {
    Answer answer =
        Rest.backend().send("PATCH", path, "text/plain", "[".getBytes(StandardCharsets.UTF_8));

    assertThat(answer.refusal()).isEqualTo(refusal);
  }

  @Test
  @DisplayName("H15 Media type before JSON before existence")
  void mediaTypeBeforeExistence(Identity ann) {
    Rest client = Rest.backend().as(ann);
    byte[] bad = "[".getBytes(StandardCharsets.UTF_8);

    assertThat(client.send("PATCH", "/api/threads/none", "text/plain", bad).refusal())
        .isEqualTo("415 UNSUPPORTED_MEDIA_TYPE");
    assertThat(client.send("PATCH", "/api/threads/none", "application/json", bad).refusal())
        .isEqualTo("400 INVALID_JSON");
    assertThat(client.send("PATCH", "/api/threads/none", "{}").refusal())
        .isEqualTo("404 THREAD_NOT_FOUND");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/threads/%2e%2e/x",
        "/api/threads/a%2Fb",
        "/api/threads/a%00b",
        "/api/threads/a%5Cb"
      })
  @DisplayName("H16 A bad path is 400")
  void badPathIs400(String path) {
    Identity ann = Identity.fresh();

    assertThat(Rest.backend().as(ann).get(path).refusal()).isEqualTo("400 BAD_PATH");
  }

  @Test
  @DisplayName("H16 Too large headers are 431 with the one body")
  void largeHeadersAre431() {
    Answer answer = Rest.backend().header("X-Filler", "x".repeat(70_000)).get("/health");

    assertThat(answer.refusal()).isEqualTo("431 HEADERS_TOO_LARGE");
  }
}
