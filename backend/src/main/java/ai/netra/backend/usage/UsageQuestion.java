package ai.netra.backend.usage;

import ai.netra.backend.service.Fields;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a request asks of usage data; each field keeps the rule that the contract gives it.
 *
 * @param from null where the request names none
 */
record UsageQuestion(
    String dataset,
    @Nullable Instant from,
    @Nullable Instant to,
    Filters filters,
    List<Dimension> groupBy,
    @Nullable Bucket bucket) {

  static final Pattern DATASET = Pattern.compile("(?:synthetic:)?[a-z0-9-]{1,40}");
  static final String DATASET_RULE = "[a-z0-9-]{1,40}";

  private static final int MOST_VALUE = 256;
  private static final int MOST_GROUPS = 3;

  /** Reads the query's parameters; the caller checks the fields. */
  static UsageQuestion of(Fields fields) {
    String dataset = dataset(fields);
    Instant from = instant(fields, "from");
    Instant to = instant(fields, "to");
    if (from != null && to != null && !from.isBefore(to)) {
      fields.violation("to", "after from", to.toString());
    }
    Map<Dimension, String> filters = new EnumMap<>(Dimension.class);
    for (Dimension dimension : Dimension.values()) {
      String value = fields.optionalText(dimension.wireName(), 1, MOST_VALUE);
      if (value != null) {
        filters.put(dimension, value);
      }
    }
    return new UsageQuestion(
        dataset, from, to, new Filters(filters), groups(fields), bucket(fields));
  }

  static String dataset(Fields fields) {
    String dataset = fields.optionalMatch("dataset", DATASET, DATASET_RULE);
    return dataset == null ? JdbcUsage.DEFAULT : dataset;
  }

  /** An instant, or the start of a UTC day; null where it is absent. */
  static @Nullable Instant instant(Fields fields, String name) {
    String text = fields.optionalText(name, 1, 40);
    if (text == null) {
      return null;
    }
    try {
      return text.length() == 10
          ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
          : Instant.parse(text);
    } catch (DateTimeException e) {
      fields.violation(name, "an instant or a UTC day", text);
      return null;
    }
  }

  TimeSpan span() {
    return new TimeSpan(
        from == null ? TimeSpan.ALL.from() : from, to == null ? TimeSpan.ALL.to() : to);
  }

  Rows rows() {
    return new Rows(span(), filters);
  }

  private static List<Dimension> groups(Fields fields) {
    String text = fields.optionalText("group_by", 1, 100);
    List<Dimension> groups = new ArrayList<>();
    for (String name : text == null ? List.<String>of() : List.of(text.split(",", -1))) {
      Dimension.named(name.strip()).filter(each -> !groups.contains(each)).ifPresent(groups::add);
    }
    int named = text == null ? 0 : text.split(",", -1).length;
    if (named != groups.size() || named > MOST_GROUPS) {
      fields.violation(
          "group_by",
          "up to 3 of model, provider, feature, team, class, customer, tier, status, environment",
          String.valueOf(text));
    }
    return groups;
  }

  private static @Nullable Bucket bucket(Fields fields) {
    String name = fields.optionalChoice("bucket", List.of("hour", "day", "week"));
    return name == null ? null : Bucket.named(name).orElse(null);
  }
}
