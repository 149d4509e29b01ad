package ai.netra.backend.usage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimestampsTest {

  private static final Instant AT = Instant.parse("2026-01-05T10:00:00.500Z");
  private final Timestamps utc = new Timestamps(Instant.parse("2026-02-01T00:00:00Z"), null);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-01-05T10:00:00.5Z",
        "2026-01-05 10:00:00.500Z",
        "2026-01-05T11:00:00.5+01:00",
        "1767607200.5",
        "1767607200500",
        "1767607200500000",
        "1767607200500000000"
      })
  void everySpellingOfAnInstantIsRead(String text) {
    assertThat(utc.read(text)).contains(AT);
  }

  @Test
  void aTimeWithoutZoneNeedsOne() {
    Timestamps berlin =
        new Timestamps(Instant.parse("2026-02-01T00:00:00Z"), ZoneId.of("Europe/Berlin"));

    assertThat(utc.read("2026-01-05T11:00:00.5")).isEmpty();
    assertThat(berlin.read("2026-01-05T11:00:00.5")).contains(AT);
  }

  @Test
  void timesReachFrom2020ToADayFromNow() {
    assertThat(utc.inRange(Instant.parse("2019-12-31T23:59:59Z"))).isFalse();
    assertThat(utc.inRange(Instant.parse("2020-01-01T00:00:00Z"))).isTrue();
    assertThat(utc.inRange(Instant.parse("2026-02-02T00:00:00Z"))).isTrue();
    assertThat(utc.inRange(Instant.parse("2026-02-02T00:00:01Z"))).isFalse();
  }
}
