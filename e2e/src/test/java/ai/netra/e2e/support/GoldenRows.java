package ai.netra.e2e.support;

import java.util.function.IntFunction;

/** Golden files: 28 days of rows from {@link Usage#START}, made without chance. */
public final class GoldenRows {

  private static final String HEADER =
      "request_id,timestamp,model,input_tokens,output_tokens,feature,task_class,urgency,status,"
          + "latency_ms,prompt_hash\n";
  private static final int DAYS = 28;
  private static final int HALF_HOURS = 48;

  private GoldenRows() {}

  /**
   * A row.
   *
   * @param slot its place in the days: equal slots are calls of the same instant
   * @param later seconds after that instant
   * @param request what is asked: equal ones are repeats
   */
  public record Row(
      int slot,
      int later,
      String model,
      int input,
      int output,
      String taskClass,
      String urgency,
      String status,
      int request) {

    /** A call of its own, which ended well and somebody waited for. */
    public static Row of(int i, String model, int input, int output, String taskClass) {
      return new Row(i, 0, model, input, output, taskClass, "interactive", "ok", i);
    }

    /** The same when nobody waits for it. */
    public Row background() {
      return new Row(slot, later, model, input, output, taskClass, "background", status, request);
    }

    /** The same when it ran out of time. */
    public Row timedOut() {
      return new Row(slot, later, model, input, output, taskClass, urgency, "timeout", request);
    }

    /** The same asked again, 6 to 9 minutes after an earlier one and in its half hour. */
    public Row repeating(int first) {
      return new Row(
          first, 360 + first % 180, model, input, output, taskClass, urgency, status, first);
    }

    private String line(int id) {
      long at =
          Usage.START.getEpochSecond()
              + slot % DAYS * 86_400L
              + slot / DAYS % HALF_HOURS * 1_800L
              + 15
              + later;
      return "g%d,%d,%s,%d,%d,shop,%s,%s,%s,%d,h%d\n"
          .formatted(
              id, at, model, input, output, taskClass, urgency, status, 300 + id % 100, request);
    }
  }

  /** A file of so many rows. */
  public static String csv(int rows, IntFunction<Row> row) {
    StringBuilder text = new StringBuilder(HEADER);
    for (int i = 0; i < rows; i++) {
      text.append(row.apply(i).line(i));
    }
    return text.toString();
  }
}
