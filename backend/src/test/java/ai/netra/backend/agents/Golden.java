package ai.netra.backend.agents;

import java.time.Instant;

/** Files of golden rows, 28 days from 2026-01-05 unless a test asks for fewer. */
final class Golden {

  static final String HEADER =
      "request_id,timestamp,model,input_tokens,output_tokens,feature,latency_ms,prompt_hash,cost_usd\n";

  private static final long FIRST = Instant.parse("2026-01-05T00:00:00Z").getEpochSecond();
  private static final long DAY = 86_400;

  private Golden() {}

  /** Calls of (1 000, 100) on acme/premium, spread over the days, half of them of search. */
  static String premium(int rows, int days) {
    return HEADER + rows(0, rows, days, "acme/premium", "");
  }

  static String rows(int firstId, int rows, int days, String model, String cost) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < rows; i++) {
      long at = FIRST + (i % days) * DAY + i / days;
      String feature = i / days % 2 == 0 ? "search" : "chat";
      text.append(
          "r%d,%d,%s,1000,100,%s,%d,h%d,%s\n"
              .formatted(firstId + i, at, model, feature, 100 + i % 400, i, cost));
    }
    return text.toString();
  }
}
