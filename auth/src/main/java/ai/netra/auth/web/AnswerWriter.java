package ai.netra.auth.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Writes an answer as JSON; a text as it is, under the content type that it brings. */
final class AnswerWriter {

  private AnswerWriter() {}

  static void write(Answer answer, HttpServletResponse response) throws IOException {
    response.setStatus(answer.status());
    answer.headers().forEach(response::setHeader);
    if (answer.body() == null) {
      return;
    }
    boolean text = answer.body() instanceof String;
    byte[] body =
        answer.body() instanceof String page
            ? page.getBytes(StandardCharsets.UTF_8)
            : Json.MAPPER.writeValueAsBytes(answer.body());
    if (!text) {
      response.setContentType("application/json");
    }
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }
}
