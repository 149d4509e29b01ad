package ai.netra.contract.report;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * A value with its unit. Rounding happens here alone: half-even, cents from 1 USD, four places
 * below, percent with one, and nothing else is ever rounded.
 */
public sealed interface Quantity {

  /** What the fact on the wire counts. */
  Unit unit();

  /** The unrounded value on the wire. */
  Object value();

  /** The value as every text shows it. */
  String render();

  /** The quantity of a fact. */
  static Quantity of(Fact fact) {
    return switch (fact.unit()) {
      case USD -> new Money(number(fact));
      case PER_MONTH -> new PerMonth(number(fact));
      case TOKENS -> new TokenCount(number(fact).longValueExact());
      case COUNT -> new Count(number(fact).longValueExact());
      case MILLIS -> new Millis(number(fact));
      case RATIO -> new Ratio(number(fact));
      case DAYS -> new Days(number(fact).longValueExact());
      case TEXT -> new Text(fact.value().toString());
    };
  }

  private static BigDecimal number(Fact fact) {
    return new BigDecimal(fact.value().toString());
  }

  /** US dollars. */
  record Money(BigDecimal value) implements Quantity {
    @Override
    public Unit unit() {
      return Unit.USD;
    }

    @Override
    public String render() {
      return Digits.money(value) + " USD";
    }
  }

  /** US dollars a month of 30.4375 days. */
  record PerMonth(BigDecimal value) implements Quantity {
    @Override
    public Unit unit() {
      return Unit.PER_MONTH;
    }

    @Override
    public String render() {
      return Digits.money(value) + " USD a month";
    }
  }

  /** Tokens. */
  record TokenCount(Long value) implements Quantity {
    @Override
    public Unit unit() {
      return Unit.TOKENS;
    }

    @Override
    public String render() {
      return Digits.grouped(BigDecimal.valueOf(value), 0) + " tokens";
    }
  }

  /** A plain count. */
  record Count(Long value) implements Quantity {
    @Override
    public Unit unit() {
      return Unit.COUNT;
    }

    @Override
    public String render() {
      return Digits.grouped(BigDecimal.valueOf(value), 0);
    }
  }

  /** Milliseconds. */
  record Millis(BigDecimal value) implements Quantity {
    @Override
    public Unit unit() {
      return Unit.MILLIS;
    }

    @Override
    public String render() {
      return Digits.grouped(value, value.stripTrailingZeros().scale() > 0 ? 1 : 0) + " ms";
    }
  }

  /** A share of one. */
  record Ratio(BigDecimal value) implements Quantity {
    @Override
    public Unit unit() {
      return Unit.RATIO;
    }

    @Override
    public String render() {
      return Digits.grouped(value.movePointRight(2), 1) + " %";
    }
  }

  /** Whole days. */
  record Days(Long value) implements Quantity {
    @Override
    public Unit unit() {
      return Unit.DAYS;
    }

    @Override
    public String render() {
      return value + (value == 1 ? " day" : " days");
    }
  }

  /** Words. */
  record Text(String value) implements Quantity {
    @Override
    public Unit unit() {
      return Unit.TEXT;
    }

    @Override
    public String render() {
      return value;
    }
  }

  /** How numbers are written: thousands apart, a point before decimals. */
  final class Digits {
    private static final int CENTS = 2;
    private static final int BELOW_ONE = 4;

    private Digits() {}

    static String money(BigDecimal amount) {
      boolean small = amount.signum() != 0 && amount.abs().compareTo(BigDecimal.ONE) < 0;
      return grouped(amount, small ? BELOW_ONE : CENTS);
    }

    static String grouped(BigDecimal number, int decimals) {
      String plain = number.setScale(decimals, RoundingMode.HALF_EVEN).toPlainString();
      int point = plain.indexOf('.') < 0 ? plain.length() : plain.indexOf('.');
      StringBuilder text = new StringBuilder(plain);
      int first = plain.startsWith("-") ? 1 : 0;
      for (int at = point - 3; at > first; at -= 3) {
        text.insert(at, ' ');
      }
      return text.toString();
    }
  }
}
