package ai.netra.backend.reports;

import ai.netra.contract.report.Chart;
import ai.netra.contract.report.Fact;
import ai.netra.contract.report.FactSource;
import ai.netra.contract.report.Quantity;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A chart as inline SVG: one bar a value, its name before and its value behind it. */
final class SvgChart {

  private static final int ROW = 22;
  private static final int LEFT = 220;
  private static final BigDecimal BAR = BigDecimal.valueOf(340);
  private static final int WIDTH = 760;

  private SvgChart() {}

  static String of(Chart chart) {
    int rows = chart.series().stream().mapToInt(series -> series.points().size()).sum();
    StringBuilder svg = new StringBuilder();
    svg.append(
        "<svg viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"%s\">\n"
            .formatted(WIDTH, rows * ROW + ROW, HtmlText.escape(title(chart))));
    svg.append("<text x=\"0\" y=\"15\" class=\"t\">").append(HtmlText.escape(title(chart)));
    svg.append("</text>\n");
    List<Bar> bars = bars(chart);
    BigDecimal most = bars.stream().map(Bar::value).reduce(BigDecimal.ZERO, BigDecimal::max);
    for (int i = 0; i < bars.size(); i++) {
      svg.append(drawn(i + 1, bars.get(i), most));
    }
    return svg.append("</svg>\n").toString();
  }

  /** A value with its name before it and how every text shows it behind it. */
  private record Bar(String name, BigDecimal value, String shown) {}

  private static List<Bar> bars(Chart chart) {
    boolean many = chart.series().size() > 1;
    List<Bar> bars = new ArrayList<>();
    for (Chart.Series series : chart.series()) {
      for (List<Object> point : series.points()) {
        String name = many ? point.getFirst() + ", " + series.name() : point.getFirst().toString();
        BigDecimal value = number(point);
        bars.add(new Bar(name, value, rendered(value, chart)));
      }
    }
    return bars;
  }

  private static String title(Chart chart) {
    String label = chart.label().name().toLowerCase(Locale.ROOT).replace('_', '-');
    return chart.kind().replace('_', ' ') + " (" + label + ")";
  }

  private static String drawn(int row, Bar bar, BigDecimal most) {
    BigDecimal share =
        most.signum() == 0
            ? BigDecimal.ZERO
            : bar.value().max(BigDecimal.ZERO).divide(most, MathContext.DECIMAL32);
    int width = BAR.multiply(share).setScale(0, RoundingMode.HALF_EVEN).intValue();
    int y = row * ROW;
    return """
        <text x="%d" y="%d" class="n">%s</text><rect x="%d" y="%d" width="%d" height="14"/>\
        <text x="%d" y="%d">%s</text>
        """
        .formatted(
            LEFT - 8,
            y + 16,
            HtmlText.escape(shortened(bar.name())),
            LEFT,
            y + 4,
            width,
            LEFT + width + 8,
            y + 16,
            HtmlText.escape(bar.shown()));
  }

  private static String shortened(String name) {
    return name.length() <= 32 ? name : name.substring(0, 31) + "…";
  }

  private static BigDecimal number(List<Object> point) {
    return new BigDecimal(point.getLast().toString());
  }

  /** As every text shows such a value. */
  private static String rendered(BigDecimal value, Chart chart) {
    Fact fact =
        new Fact("", "", value, chart.unit(), chart.label(), new FactSource.Assumed("chart"));
    return Quantity.of(fact).render();
  }
}
