package ai.netra.loop.cli;

import java.time.Clock;
import java.util.random.RandomGenerator;

/** Makes run ids: ULIDs, so that folders of runs sort by the time of their start. */
final class RunIds {

  private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final int TIME_CHARACTERS = 10;
  private static final int RANDOM_CHARACTERS = 16;
  private static final int BITS = 5;

  private final Clock clock;
  private final RandomGenerator random;

  RunIds(Clock clock, RandomGenerator random) {
    this.clock = clock;
    this.random = random;
  }

  String next() {
    StringBuilder id = new StringBuilder();
    long millis = clock.millis();
    for (int i = TIME_CHARACTERS - 1; i >= 0; i--) {
      id.append(ALPHABET.charAt((int) (millis >>> (i * BITS)) & 31));
    }
    for (int i = 0; i < RANDOM_CHARACTERS; i++) {
      id.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    return id.toString();
  }
}
