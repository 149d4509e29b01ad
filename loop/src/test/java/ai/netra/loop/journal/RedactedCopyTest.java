package ai.netra.loop.journal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedactedCopyTest {

  private static final String TEXT =
      """
      starting with correct horse
      Authorization: Bearer 0123456789abcdef
      -----BEGIN PRIVATE KEY-----
      MIGH
      AgEA
      -----END PRIVATE KEY-----
      Füße, no secret
      the end: correct horse""";

  private static final String REDACTED =
      """
      starting with [redacted]
      Authorization:[redacted]
      [redacted]
      Füße, no secret
      the end: [redacted]""";

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 5, 7, 16, 40, 64, 1_000})
  void noSecretSlipsThroughBetweenTwoBlocks(int blockBytes) throws IOException {
    Redaction redaction = Redaction.of(List.of("correct horse"));
    ByteArrayOutputStream copy = new ByteArrayOutputStream();
    new RedactedCopy(redaction, blockBytes)
        .copy(new ByteArrayInputStream(TEXT.getBytes(UTF_8)), copy);
    assertThat(copy.toString(UTF_8)).isEqualTo(REDACTED);
  }
}
