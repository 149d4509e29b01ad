package ai.netra.backend.usage;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
import java.math.BigInteger;

/** An exact amount of US dollars; in JSON a number. */
public record Usd(@JsonValue BigDecimal amount) {

  public static final Usd ZERO = new Usd(BigDecimal.ZERO);

  private static final int PICO_DECIMALS = 12;

  /** Without trailing zeros, so equal amounts are equal records. */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public Usd {
    BigDecimal stripped = amount.stripTrailingZeros();
    amount = stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }

  /** From whole 10⁻¹² USD, the unit of every sum. */
  public static Usd ofPico(BigInteger pico) {
    return new Usd(new BigDecimal(pico, PICO_DECIMALS));
  }
}
