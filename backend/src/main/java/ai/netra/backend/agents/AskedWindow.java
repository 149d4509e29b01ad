package ai.netra.backend.agents;

import ai.netra.backend.usage.Extent;
import ai.netra.backend.usage.UsageWindow;
import ai.netra.contract.report.Quantity;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How many days a question is about. A window ends with the last whole day that has rows; without a
 * word it has 28 days, cut where the rows begin, so that days before the first row do not thin out
 * what a month costs.
 */
record AskedWindow(OptionalInt days, String rest) {

  private static final int DEFAULT_DAYS = 28;
  private static final int MAX_DAYS = 3_660;
  private static final Pattern RANGE = Pattern.compile("([1-9][0-9]{0,3})([dwm])");
  private static final Pattern WORDS =
      Pattern.compile(
          "(?:last|past|previous) (?:([1-9][0-9]{0,3}) )?(day|week|month|quarter|year)s?");

  /**
   * Reads the setting {@code time_range}, which wins, and the normalised question.
   *
   * @return days, and the question without the words that said so
   */
  static AskedWindow read(@Nullable Object timeRange, String question) {
    Matcher words = WORDS.matcher(question);
    boolean said = words.find();
    String rest = said ? words.replaceFirst(" ") : question;
    Optional<Integer> range = Optional.ofNullable(timeRange).flatMap(AskedWindow::range);
    if (range.isPresent()) {
      return new AskedWindow(OptionalInt.of(range.get()), rest);
    }
    return new AskedWindow(said ? OptionalInt.of(days(words)) : OptionalInt.empty(), rest);
  }

  /** The window that ends with this day. */
  UsageWindow endingWith(LocalDate last, LocalDate first) {
    LocalDate to = last.plusDays(1);
    if (days.isPresent()) {
      return new UsageWindow(to.minusDays(days.getAsInt()), to);
    }
    LocalDate from = to.minusDays(DEFAULT_DAYS);
    return new UsageWindow(from.isBefore(first) ? first : from, to);
  }

  /**
   * The window in words, by the manifest alone: it is exact unless rows lie in the day of the run,
   * which is not read.
   */
  String words(Extent extent, Instant asOf) {
    Instant today = asOf.truncatedTo(ChronoUnit.DAYS);
    Instant last = extent.last().isBefore(today) ? extent.last() : today.minusMillis(1);
    if (last.isBefore(extent.first())) {
      return "no whole UTC day has rows";
    }
    UsageWindow window =
        endingWith(
            LocalDate.ofInstant(last, ZoneOffset.UTC),
            LocalDate.ofInstant(extent.first(), ZoneOffset.UTC));
    return "%s from %s".formatted(new Quantity.Days((long) window.days()).render(), window.from());
  }

  private static Optional<Integer> range(Object value) {
    Matcher matcher = RANGE.matcher(value.toString());
    return matcher.matches()
        ? Optional.of(bounded(matcher.group(1), matcher.group(2)))
        : Optional.empty();
  }

  private static int days(Matcher words) {
    return bounded(words.group(1) == null ? "1" : words.group(1), words.group(2));
  }

  private static int bounded(String count, String unit) {
    int factor =
        switch (unit) {
          case "d", "day" -> 1;
          case "w", "week" -> 7;
          case "m", "month" -> 30;
          case "quarter" -> 91;
          default -> 365;
        };
    return Math.min(MAX_DAYS, Integer.parseInt(count) * factor);
  }
}
