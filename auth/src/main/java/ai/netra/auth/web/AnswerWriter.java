package ai.netra.auth.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Writes an answer as JSON. */
final class AnswerWriter {

  private AnswerWriter() {}

  static void write(Answer answer, HttpServletResponse response) throws IOException {
    response.setStatus(answer.status());
    answer.headers().forEach(response::setHeader);
    if (answer.body() == null) {
      return;
    }
    byte[] body = Json.MAPPER.writeValueAsBytes(answer.body());
    response.setContentType("application/json");
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }
}
