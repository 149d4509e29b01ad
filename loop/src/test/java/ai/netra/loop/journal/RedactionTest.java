package ai.netra.loop.journal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedactionTest {

  private static final String JWT = "eyJhbGciOiJFUzI1NiJ9.eyJzdWIiOiJhIn0.c2lnbmF0dXJl";

  private final Redaction redaction = Redaction.of(List.of("s3cret/välue", "tiny"));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          it was s3cret/välue.                     | it was [redacted].
          it was s3cret%2Fv%C3%A4lue.              | it was [redacted].
          it was czNjcmV0L3bDpGx1ZQ.               | it was [redacted].
          authorization: Bearer abc                | authorization:[redacted]
          Cookie: sid=1; theme=dark                | Cookie:[redacted]
          got Bearer 0123456789abcdef              | got Bearer [redacted]
          jdbc:postgresql://netra:pass@db/netra    | jdbc:postgresql://netra:[redacted]@db/netra
          /callback?code=abc&state=1               | /callback?code=[redacted]&state=1
          grant_type=refresh&refresh_token=abc     | grant_type=refresh&refresh_token=[redacted]
          {"accessToken" : "a\\"b", "id": 1}       | {"accessToken" : "[redacted]", "id": 1}
          jwt.ZXlKaGJHY2lPaUpGVXpJMU5pSjk          | jwt.[redacted]
          """)
  void secretsAreKnownByTheirValueOrTheirShape(String text, String redacted) {
    assertThat(redaction.text(text)).isEqualTo(redacted);
    assertThat(redaction.text(redacted)).isEqualTo(redacted);
  }

  @Test
  void tokensAndPrivateKeysAreTakenOutWhole() {
    String key = "-----BEGIN PRIVATE KEY-----\nMIGH\nAgEA\n-----END PRIVATE KEY-----";
    assertThat(redaction.text("a " + JWT + " b " + key + " c"))
        .isEqualTo("a [redacted] b [redacted] c");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[engine:junit-jupiter]/[class:ai.netra.e2e.SocketE2E]/[method:basicAuthentication()]",
        "A7 a bearer token that ran out is refused with 401",
        "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
        "/api/threads/thread_01KHV5QJ8W3N8YF2T6Z9C4D5EA?limit=20",
        "tiny",
        "ends with s3cret/v",
        "{\"error_code\":\"VALIDATION_ERROR\",\"code\":\"NOT_FOUND\"}"
      })
  void namesIdsAndHashesStay(String text) {
    assertThat(redaction.text(text)).isEqualTo(text);
    assertThat(redaction.body((text + ".").getBytes(UTF_8))).asString(UTF_8).isEqualTo(text + ".");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "body s3cret/v",
        "body eyJhbGciOiJFUzI1NiJ9.eyJz",
        "body -----BEGIN PRIVATE KEY-----\nMIGH",
        "body {\"password\":\"hunt"
      })
  void aSecretCutByTheEndOfABodyIsTakenOutToo(String cut) {
    String kept = new String(redaction.body(cut.getBytes(UTF_8)), UTF_8);
    assertThat(kept).startsWith("body ").endsWith("[redacted]");
  }

  @Test
  void randomTextIsTakenOutOfBodiesWhateverItsMember() {
    String body = "{\"handle\":\"Zm9vYmFyMTIzNDU2Nzg5MGFiY2RlZkdISUo\",\"n\":\"Füße\"}";
    assertThat(redaction.body(body.getBytes(UTF_8)))
        .asString(UTF_8)
        .isEqualTo("{\"handle\":\"[redacted]\",\"n\":\"Füße\"}");
  }

  @Test
  void aSecretIsFoundInBodiesByItsBytes() {
    assertThat(redaction.body("x s3cret/välue y".getBytes(UTF_8)))
        .asString(UTF_8)
        .isEqualTo("x [redacted] y");
  }

  @Test
  void aLongStringWithEscapesIsNoDanger() {
    String body = "{\"token\":\"" + "\\n".repeat(500_000) + "\"}";
    assertThat(redaction.body(body.getBytes(UTF_8)))
        .asString(UTF_8)
        .isEqualTo("{\"token\":\"[redacted]\"}");
  }

  @Test
  void whatItLearnsIsTakenOutFromThenOn() {
    Redaction redaction = Redaction.of(List.of());

    redaction.learn(List.of("qD3nB7xV0sK9wT2y"));

    assertThat(redaction.text("key qD3nB7xV0sK9wT2y.")).isEqualTo("key [redacted].");
  }
}
