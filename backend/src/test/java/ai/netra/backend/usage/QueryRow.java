package ai.netra.backend.usage;

import java.math.BigInteger;
import java.time.Instant;
import java.util.Random;

/** A row of usage as the plain reference knows it. */
record QueryRow(
    long at, String model, long input, long cached, long output, String status, long latency) {

  private static final long FIRST = Instant.parse("2026-01-05T00:00:00Z").toEpochMilli();
  private static final long HOUR = 3_600_000;

  /**
   * 2.5, 1.25 and 10 USD a million; from 2026-01-15 on 2, 1 and 8, or 12 for output where a request
   * has 3 000 tokens of input; model b has no price.
   */
  BigInteger pico() {
    boolean later = at >= TwoPrices.CHANGE;
    BigInteger in = BigInteger.valueOf(later ? 2_000_000 : 2_500_000);
    BigInteger read = BigInteger.valueOf(later ? 1_000_000 : 1_250_000);
    BigInteger out =
        BigInteger.valueOf(later ? (input >= 3_000 ? 12_000_000 : 8_000_000) : 10_000_000);
    return BigInteger.valueOf(input - cached)
        .multiply(in)
        .add(BigInteger.valueOf(cached).multiply(read))
        .add(BigInteger.valueOf(output).multiply(out));
  }

  /** One of 28 days, priced before and after the change. */
  static QueryRow random(Random random) {
    long input = random.nextInt(5_000);
    return new QueryRow(
        FIRST + random.nextInt(28 * 24) * HOUR + random.nextInt(1_000),
        random.nextInt(10) == 0 ? "b" : "a",
        input,
        input / (1 + random.nextInt(4)),
        random.nextInt(2_000),
        random.nextInt(20) == 0 ? "error" : "ok",
        random.nextInt(3_000));
  }
}
