package ai.netra.backend.agents;

import ai.netra.backend.usage.UsageQueries.Volume;
import java.math.BigDecimal;

/** How much of a cell there is; parts of rows and tokens are exact, as shares of it move. */
record Amounts(
    BigDecimal rows, BigDecimal input, BigDecimal cached, BigDecimal written, BigDecimal output) {

  static Amounts of(Volume volume) {
    return new Amounts(
        BigDecimal.valueOf(volume.rows()),
        BigDecimal.valueOf(volume.input()),
        BigDecimal.valueOf(volume.cached()),
        BigDecimal.valueOf(volume.written()),
        BigDecimal.valueOf(volume.output()));
  }

  /** A share of all. */
  Amounts times(BigDecimal share) {
    return tokens(share).withRows(rows.multiply(share));
  }

  /** The same requests, written in more or fewer tokens. */
  Amounts tokens(BigDecimal ratio) {
    return new Amounts(
        rows,
        input.multiply(ratio),
        cached.multiply(ratio),
        written.multiply(ratio),
        output.multiply(ratio));
  }

  private Amounts withRows(BigDecimal other) {
    return new Amounts(other, input, cached, written, output);
  }

  BigDecimal allTokens() {
    return input.add(output);
  }
}
