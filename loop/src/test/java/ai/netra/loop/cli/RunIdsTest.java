package ai.netra.loop.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RunIdsTest {

  @Test
  void anIdBeginsWithItsTimeInCrockfordsBase32() {
    // the example of the ULID specification: 1469918176385 is 01ARYZ6S41
    assertThat(at(1_469_918_176_385L, 1)).startsWith("01ARYZ6S41").hasSize(26);
  }

  @Test
  void aLaterIdSortsAfterAnEarlierOne() {
    assertThat(at(1_469_918_176_386L, 1)).isGreaterThan(at(1_469_918_176_385L, 2));
  }

  private static String at(long millis, long seed) {
    Clock clock = Clock.fixed(Instant.ofEpochMilli(millis), ZoneOffset.UTC);
    return new RunIds(clock, new Random(seed)).next();
  }
}
