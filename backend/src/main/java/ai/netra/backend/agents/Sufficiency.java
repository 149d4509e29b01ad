package ai.netra.backend.agents;

import ai.netra.backend.usage.Profile;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Whether the rows of a window can answer.
 *
 * @param score 0 to 1, to four places; the level is decided by the exact fraction
 * @param coverage the same without the factor of rows
 * @param missing names of the parts that are not complete
 */
record Sufficiency(Level level, BigDecimal score, BigDecimal coverage, List<String> missing) {

  private static final int FULL_ROWS = 1_000;
  private static final int FULL_DAYS = 7;
  private static final BigInteger HUNDRED = BigInteger.valueOf(100);
  private static final MathContext PLACES = new MathContext(4, RoundingMode.HALF_EVEN);

  Sufficiency {
    missing = List.copyOf(missing);
  }

  /** From which share of the whole a plan is possible. */
  enum Level {
    SUFFICIENT(80),
    PARTIAL(40),
    INSUFFICIENT(0);

    private final int percent;

    Level(int percent) {
      this.percent = percent;
    }

    @JsonValue
    String wireName() {
      return name().toLowerCase(Locale.ROOT);
    }

    private boolean reachedBy(BigInteger share, BigInteger whole) {
      return share.multiply(HUNDRED).compareTo(whole.multiply(BigInteger.valueOf(percent))) >= 0;
    }
  }

  static Sufficiency of(Profile profile) {
    if (profile.rows() == 0) {
      return new Sufficiency(Level.INSUFFICIENT, BigDecimal.ZERO, BigDecimal.ZERO, List.of("rows"));
    }
    BigInteger rows = BigInteger.valueOf(profile.rows());
    BigInteger weighted = weighted(profile);
    BigInteger whole = rows.multiply(BigInteger.valueOf(100L * FULL_DAYS));
    BigInteger share = weighted.multiply(rows.min(BigInteger.valueOf(FULL_ROWS)));
    BigInteger of = whole.multiply(BigInteger.valueOf(FULL_ROWS));
    return new Sufficiency(
        level(share, of), ratio(share, of), ratio(weighted, whole), missing(profile));
  }

  /** Hundredths of the weights, times rows, times the days of a full score. */
  private static BigInteger weighted(Profile profile) {
    BigInteger days = BigInteger.valueOf(Math.min(profile.days(), FULL_DAYS));
    BigInteger parts =
        BigInteger.valueOf(40)
            .multiply(BigInteger.valueOf(profile.rows()))
            .add(BigInteger.valueOf(15).multiply(BigInteger.valueOf(profile.priced())))
            .add(BigInteger.TEN.multiply(BigInteger.valueOf(profile.latency())))
            .add(BigInteger.TEN.multiply(BigInteger.valueOf(profile.attributed())))
            .add(BigInteger.TEN.multiply(BigInteger.valueOf(profile.hashed())));
    BigInteger time = BigInteger.valueOf(15).multiply(days);
    return parts
        .multiply(BigInteger.valueOf(FULL_DAYS))
        .add(time.multiply(BigInteger.valueOf(profile.rows())));
  }

  private static Level level(BigInteger share, BigInteger whole) {
    for (Level level : Level.values()) {
      if (level.reachedBy(share, whole)) {
        return level;
      }
    }
    throw new IllegalStateException("sufficiency: 0 or more, got " + share);
  }

  private static BigDecimal ratio(BigInteger share, BigInteger whole) {
    return new BigDecimal(share).divide(new BigDecimal(whole), PLACES);
  }

  private static List<String> missing(Profile profile) {
    List<String> missing = new ArrayList<>();
    add(missing, "rows", profile.rows() < FULL_ROWS);
    add(missing, "days", profile.days() < FULL_DAYS);
    add(missing, "price", profile.priced() < profile.rows());
    add(missing, "latency", profile.latency() < profile.rows());
    add(missing, "feature or class", profile.attributed() < profile.rows());
    add(missing, "prompt hash", profile.hashed() < profile.rows());
    return missing;
  }

  private static void add(List<String> missing, String name, boolean absent) {
    if (absent) {
      missing.add(name);
    }
  }
}
