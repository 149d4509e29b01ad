package ai.netra.backend.agents;

import ai.netra.contract.report.Fact;
import ai.netra.contract.report.FactSource;
import ai.netra.contract.report.Quantity;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/** The tool {@code roi}: what putting a strategy to work costs, and when that is paid back. */
final class RoiTool {

  static final String NAME = "roi";

  private RoiTool() {}

  /**
   * What is asked.
   *
   * @param monthly the fact of the saving a month
   */
  record Asked(StrategyId id, Fact monthly, Fact hourRate) {}

  static Work.Reply<Roi> reply(Asked asked, FactBook book) {
    String place = "[" + asked.id().name() + "]";
    int hours = asked.id().hours();
    Roi roi = Roi.of(hours, number(asked.hourRate()), number(asked.monthly()));
    List<Fact> facts = new ArrayList<>();
    Fact effort =
        book.add(
            "hours" + place, new Quantity.Count((long) hours), new FactSource.Assumed("hours"));
    Fact oneOff =
        book.add(
            "one_off" + place,
            new Quantity.Money(roi.oneOff()),
            derived("%s * %s", effort, asked.hourRate()));
    facts.add(effort);
    facts.add(oneOff);
    roi.paybackMonths()
        .ifPresent(
            months ->
                facts.add(
                    book.add(
                        "payback" + place,
                        new Quantity.Text(months(months)),
                        derived("%s / %s months", oneOff, asked.monthly()))));
    facts.add(
        book.add(
            "return_of_a_year" + place,
            new Quantity.Ratio(roi.yearly()),
            derived("(12 * %2$s - %1$s) / %1$s", oneOff, asked.monthly())));
    String summary = "%s costs %s once".formatted(asked.id().words(), Quantity.of(oneOff).render());
    return new Work.Reply<>(roi, summary, facts, 0);
  }

  /** Months to one place. */
  static String months(BigDecimal months) {
    return months.setScale(1, RoundingMode.HALF_EVEN).toPlainString() + " months";
  }

  private static FactSource derived(String formula, Fact one, Fact other) {
    return new FactSource.Derived(
        formula.formatted(one.id(), other.id()), List.of(one.id(), other.id()));
  }

  private static BigDecimal number(Fact fact) {
    return new BigDecimal(fact.value().toString());
  }
}
