package ai.netra.backend.agents;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** A row of usage made by chance from a seed, with what the definitions say of it alone. */
record ReferenceRow(
    long at,
    String model,
    @Nullable String feature,
    String customer,
    @Nullable String taskClass,
    @Nullable String urgency,
    String operation,
    @Nullable String conversation,
    Tokens tokens,
    Try attempt,
    @Nullable String hash,
    @Nullable String temperature,
    boolean tools) {

  static final String HEADER =
      "timestamp,model,feature,customer,task_class,urgency,operation,conversation_id,"
          + "input_tokens,cached_input_tokens,cache_write_tokens,output_tokens,status,http_status,"
          + "finish_reason,attempt,logical_id,prompt_hash,temperature,has_tools\n";

  private static final long FIRST = Instant.parse("2026-01-05T00:00:00Z").toEpochMilli();
  private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);

  /** USD a million of the test catalogue: input, read from a cache, written to it, output. */
  private static final Map<String, List<String>> PRICES =
      Map.of(
          "acme/premium", List.of("2.50", "1.25", "2.50", "10.00"),
          "acme/small", List.of("0.15", "0.075", "0.15", "0.60"),
          "bravo/large", List.of("3.00", "0.30", "3.75", "15.00"));

  record Tokens(int input, int cached, int written, int output) {}

  record Try(
      String status,
      @Nullable Integer http,
      @Nullable String finish,
      int number,
      @Nullable String logical) {}

  /** Rows in the order of time, no two at one instant; hashes and logical ids meet often. */
  static List<ReferenceRow> random(long seed, int count) {
    Random random = new Random(seed);
    List<ReferenceRow> rows = new ArrayList<>();
    long at = FIRST;
    for (int i = 0; i < count; i++) {
      at += 1 + random.nextInt(400_000);
      rows.add(one(random, at));
    }
    return rows;
  }

  private static ReferenceRow one(Random random, long at) {
    return new ReferenceRow(
        at,
        pick(random, "acme/premium", "acme/small", "bravo/large", "nobody/unknown"),
        orNone(random, "search", "chat"),
        pick(random, "one", "two"),
        orNone(random, "classification", "generation"),
        orNone(random, "background", "interactive"),
        pick(random, "chat", "chat", "embedding"),
        orNone(random, "talk"),
        tokens(random),
        attempt(random),
        orNone(random, "h1", "h2", "h3"),
        orNone(random, "0", "0.3", "0.9"),
        random.nextInt(5) == 0);
  }

  private static Tokens tokens(Random random) {
    int input = random.nextInt(3) == 0 ? random.nextInt(200) : random.nextInt(9_000);
    int cached = random.nextInt(3) == 0 ? input / 2 : 0;
    int written = random.nextInt(4) == 0 ? input / 4 : 0;
    int output = random.nextInt(3) == 0 ? random.nextInt(40) : random.nextInt(1_500);
    return new Tokens(input, cached, written, output);
  }

  private static Try attempt(Random random) {
    String status = pick(random, "ok", "ok", "ok", "error", "timeout");
    Integer http = status.equals("ok") ? Integer.valueOf(200) : random.nextBoolean() ? 400 : 503;
    return new Try(
        status,
        random.nextInt(6) == 0 ? null : http,
        orNone(random, "stop", "length"),
        1 + random.nextInt(3),
        random.nextBoolean() ? null : "call-" + random.nextInt(40));
  }

  private static String pick(Random random, String... words) {
    return words[random.nextInt(words.length)];
  }

  private static @Nullable String orNone(Random random, String... words) {
    return random.nextInt(4) == 0 ? null : pick(random, words);
  }

  String line() {
    List<@Nullable Object> cells = new ArrayList<>();
    cells.add(at);
    cells.add(model);
    cells.add(feature);
    cells.add(customer);
    cells.add(taskClass);
    cells.add(urgency);
    cells.add(operation);
    cells.add(conversation);
    cells.add(tokens.input());
    cells.add(tokens.cached());
    cells.add(tokens.written());
    cells.add(tokens.output());
    cells.add(attempt.status());
    cells.add(attempt.http());
    cells.add(attempt.finish());
    cells.add(attempt.number());
    cells.add(attempt.logical());
    cells.add(hash);
    cells.add(temperature);
    cells.add(tools);
    return String.join(
            ",", cells.stream().map(cell -> cell == null ? "" : cell.toString()).toList())
        + "\n";
  }

  boolean ok() {
    return attempt.status().equals("ok");
  }

  boolean cacheable() {
    return ok()
        && !tools
        && (temperature == null
            || new BigDecimal(temperature).compareTo(new BigDecimal("0.3")) <= 0);
  }

  boolean refused() {
    Integer http = attempt.http();
    return http != null && List.of(400, 401, 403, 404).contains(http);
  }

  String derivedClass() {
    int input = tokens.input();
    int output = tokens.output();
    if (taskClass != null) {
      return taskClass;
    }
    if (operation.equals("embedding")) {
      return "embedding";
    }
    if (tools) {
      return "agent";
    }
    if (output <= 20) {
      return "classification";
    }
    if (output <= 200 && input >= 10 * output) {
      return "extraction";
    }
    if (input >= 2_000 && output <= input / 2.0) {
      return "summarisation";
    }
    return conversation != null ? "chat" : "other";
  }

  boolean priced() {
    return PRICES.containsKey(model);
  }

  /** USD, exact. */
  BigDecimal cost() {
    List<String> price = PRICES.getOrDefault(model, List.of("0", "0", "0", "0"));
    BigDecimal sum =
        part(tokens.input() - tokens.cached() - tokens.written(), price.get(0))
            .add(part(tokens.cached(), price.get(1)))
            .add(part(tokens.written(), price.get(2)))
            .add(part(tokens.output(), price.get(3)));
    return sum.divide(MILLION);
  }

  private static BigDecimal part(int count, String price) {
    return BigDecimal.valueOf(count).multiply(new BigDecimal(price));
  }
}
