package ai.netra.auth.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;

/** The errors of the standard endpoints, in OAuth's form. */
public final class OAuthRefusal {

  private OAuthRefusal() {}

  /** Writes an error; a 401 names the ways to show a client's credentials. */
  public static void write(
      HttpServletResponse response, int status, String error, String description)
      throws IOException {
    if (status == 401) {
      response.setHeader("WWW-Authenticate", "Basic realm=\"netra\"");
    }
    AnswerWriter.write(
        new Answer(
            status,
            Map.of("error", error, "error_description", description),
            Map.of("Cache-Control", "no-store")),
        response);
  }
}
