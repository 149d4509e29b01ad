package ai.netra.backend.agents;

import java.time.Instant;
import java.util.function.IntFunction;

/** The golden sets, 28 days from 2026-01-05, made without chance. */
final class GoldenRows {

  static final String HEADER =
      "request_id,timestamp,model,input_tokens,output_tokens,feature,task_class,urgency,status,"
          + "latency_ms,prompt_hash\n";
  private static final long FIRST = Instant.parse("2026-01-05T00:00:00Z").getEpochSecond();
  private static final int DAYS = 28;
  private static final long DAY = 86_400;
  private static final long HALF_HOUR = 1_800;

  private GoldenRows() {}

  /** A row without its id. */
  record Row(
      long at,
      String model,
      int input,
      int output,
      String feature,
      String taskClass,
      String urgency,
      String status,
      String hash) {

    Row hashed(String other) {
      return new Row(at, model, input, output, feature, taskClass, urgency, status, other);
    }

    Row background() {
      return new Row(at, model, input, output, feature, taskClass, "background", status, hash);
    }

    String line(int id) {
      return "r%d,%d,%s,%d,%d,%s,%s,%s,%s,%d,%s\n"
          .formatted(
              id,
              at,
              model,
              input,
              output,
              feature,
              taskClass,
              urgency,
              status,
              300 + id % 100,
              hash);
    }
  }

  static Row of(int i, String model, int input, int output, String taskClass) {
    return new Row(at(i), model, input, output, "shop", taskClass, "interactive", "ok", "h" + i);
  }

  /** Spread over the days, and over the half hours of a day, 15 s after the hour or half hour. */
  static long at(int i) {
    return FIRST + i % DAYS * DAY + i / DAYS % 48 * HALF_HOUR + 15;
  }

  static String csv(int rows, IntFunction<Row> row) {
    StringBuilder text = new StringBuilder(HEADER);
    for (int i = 0; i < rows; i++) {
      text.append(row.apply(i).line(i));
    }
    return text.toString();
  }

  static String dup() {
    return csv(
        100_000,
        i -> {
          Row row = of(i % 60_000, "acme/premium", 1_000, 100, "generation");
          long gap = i < 60_000 ? 0 : 360 + i % 180;
          return new Row(
              row.at() + gap,
              row.model(),
              row.input(),
              row.output(),
              row.feature(),
              row.taskClass(),
              row.urgency(),
              row.status(),
              row.hash());
        });
  }

  static String route() {
    return csv(
        100_000,
        i ->
            i % 10 < 7
                ? of(i, "acme/premium", 500, 10, "classification")
                : of(i, "acme/premium", 2_000, 800, "generation"));
  }

  static String batch() {
    return csv(
        56_000,
        i -> {
          Row row = of(i, "bravo/large", 6_000, 500, "summarisation");
          return i % 2 == 0 ? row.background() : row;
        });
  }

  static String retry() {
    return csv(
        110_000,
        i -> {
          Row row = of(i, "acme/premium", 1_000, i < 100_000 ? 100 : 0, "generation");
          return i < 100_000
              ? row
              : new Row(
                  row.at(),
                  row.model(),
                  row.input(),
                  0,
                  row.feature(),
                  row.taskClass(),
                  row.urgency(),
                  "timeout",
                  row.hash());
        });
  }

  /** Class, repeat and urgency are independent: each is one digit of the row's number. */
  static String mix() {
    return csv(
        100_000,
        i -> {
          boolean simple = i % 10 < 7;
          int repeat = i / 10 % 10;
          boolean later = i / 100 % 5 == 0;
          Row row = of(i, "acme/premium", 1_000, 100, simple ? "classification" : "generation");
          Row urgent = later ? row.background() : row;
          return repeat < 6 ? urgent : again(urgent, i - 60);
        });
  }

  /** The same request as an earlier one, some minutes later. */
  private static Row again(Row row, int first) {
    return new Row(
        at(first) + 420,
        row.model(),
        row.input(),
        row.output(),
        row.feature(),
        row.taskClass(),
        row.urgency(),
        row.status(),
        "h" + first);
  }
}
