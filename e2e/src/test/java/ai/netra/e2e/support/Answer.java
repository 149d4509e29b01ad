package ai.netra.e2e.support;

import java.net.http.HttpHeaders;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** An answer over HTTP. */
public record Answer(int status, HttpHeaders headers, String body) {

  /** The body as JSON. */
  public JsonNode json() {
    return Json.read(body);
  }

  /** What a pointer finds in the body, as text. */
  public String text(String pointer) {
    return json().at(pointer).asString();
  }

  /** The elements of a list; fails where the answer is none. */
  public JsonNode listed() {
    JsonNode data = json().at("/data");
    if (status != 200 || !data.isArray()) {
      throw new AssertionError("a list expected, got " + status + " " + body);
    }
    return data;
  }

  /** The first value of a header, empty where it is absent. */
  public String header(String name) {
    return headers.firstValue(name).orElse("");
  }

  /** Status and error code in one value, such as {@code 404 THREAD_NOT_FOUND}. */
  public String refusal() {
    return status + " " + text("/error_code");
  }

  /** Every value of a header. */
  public List<String> all(String name) {
    return headers.allValues(name);
  }
}
