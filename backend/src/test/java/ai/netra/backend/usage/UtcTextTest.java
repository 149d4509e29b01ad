package ai.netra.backend.usage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class UtcTextTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-01-05T10:00:00Z",
        "2020-01-01T00:00:00.000Z",
        "2024-02-28T23:59:59.999Z",
        "1969-12-28T12:30:01Z",
        "0001-01-01T00:00:00Z"
      })
  void whatItReadsIsWhatTheGeneralParserReads(String text) {
    assertThat(UtcText.read(text)).isEqualTo(Instant.parse(text).toEpochMilli());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "2026-01-05",
        "2026-01-31T10:00:00Z",
        "2026-02-30T10:00:00Z",
        "2026-13-05T10:00:00Z",
        "2026-01-05T24:00:00Z",
        "2026-01-05T10:60:00Z",
        "2026-01-05 10:00:00Z",
        "2026-01-05T10:00:00+",
        "2026-01-05T10:00:00.00Z",
        "2026-01-05T10:00:00.0a0Z",
        "2O26-01-05T10:00:00Z",
        "0000-01-05T10:00:00Z"
      })
  void whatIsNotSurelyAnInstantIsLeftToTheGeneralParser(String text) {
    assertThat(UtcText.read(text)).isEqualTo(UtcText.NONE);
  }
}
