package ai.netra.e2e.page;

import static org.assertj.core.api.Assertions.assertThat;

import ai.netra.e2e.support.Answer;
import ai.netra.e2e.support.Platform;
import ai.netra.e2e.support.Rest;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The page for people as it is served; what it does is tried in a browser. */
@Tag("p2")
@Tag("area:page")
class PageE2E {

  @ParameterizedTest
  @ValueSource(strings = {"/", "/callback"})
  @DisplayName("PAGE1 The page is served where it begins and where a sign-in comes back to")
  void pageIsServed(String path) {
    Answer page = Rest.backend().header("Accept", "text/html").get(path);

    assertThat(page.status()).isEqualTo(200);
    assertThat(page.header("Content-Type")).isEqualTo("text/html;charset=UTF-8");
    assertThat(page.body()).contains("<title>Netra</title>", "src=\"/assets/app.js\"");
  }

  @Test
  @DisplayName("PAGE2 The page runs its own scripts alone, and talks to the two services alone")
  void policyIsClosed() {
    Answer page = Rest.backend().get("/");
    String socket = Platform.backend().toString().replaceFirst("http", "ws");

    assertThat(page.header("Content-Security-Policy"))
        .contains(
            "default-src 'none'",
            "script-src 'self'",
            "frame-ancestors 'none'",
            "connect-src 'self' " + socket + " " + Platform.auth());
    assertThat(page.header("X-Frame-Options")).isEqualTo("DENY");
    assertThat(page.body()).contains("<html lang=\"en\">");
  }

  @ParameterizedTest
  @CsvSource({
    "app.js, text/javascript, openDesk",
    "sign-in.js, text/javascript, code_challenge",
    "page.css, text/css, :root",
    "icon.svg, image/svg+xml, viewBox"
  })
  @DisplayName("PAGE3 Each part has its type and is asked for again with each build")
  void partsHaveTheirTypes(String name, String type, String content) {
    Answer part = Rest.backend().get("/assets/" + name);
    Answer again =
        Rest.backend().header("If-None-Match", part.header("ETag")).get("/assets/" + name);

    assertThat(part.status()).isEqualTo(200);
    assertThat(part.header("Content-Type")).startsWith(type);
    assertThat(part.header("Cache-Control")).isEqualTo("no-cache");
    assertThat(part.body()).contains(content);
    assertThat(again.status()).isEqualTo(304);
  }

  @Test
  @DisplayName("PAGE3 What is no part of the page is 404")
  void unknownPartIs404() {
    assertThat(Rest.backend().get("/assets/nothing.js").refusal()).isEqualTo("404 NOT_FOUND");
    assertThat(Rest.backend().get("/assets/index.html").refusal()).isEqualTo("404 NOT_FOUND");
  }
}
