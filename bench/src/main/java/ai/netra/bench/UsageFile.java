package ai.netra.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A file of usage as a gateway exports it: 17 columns, 30 days, five models, requests of which some
 * repeat. The same number of rows gives the same bytes.
 */
final class UsageFile {

  static final int COLUMNS = 17;

  private static final long SEED = 4711;
  private static final Instant BEGIN = Instant.parse("2026-01-05T00:00:00Z");
  private static final long SPAN_MILLIS = 30L * 86_400_000;
  private static final int PROMPTS = 200_000;
  private static final List<String> MODELS =
      List.of("acme/premium", "acme/small", "bravo/large", "coral/open-70b", "delta/open-70b");
  private static final List<String> FEATURES =
      List.of("checkout", "search", "support", "summaries", "tagging", "drafts");
  private static final String HEADER =
      "request_id,timestamp,provider,model,operation,feature,team,customer,end_user,"
          + "input_tokens,cached_input_tokens,output_tokens,reasoning_tokens,latency_ms,status,"
          + "prompt_hash,conversation_id\n";

  private UsageFile() {}

  /** Writes a file of this many rows, in the order of time. */
  static Path write(Path file, int rows) {
    SplittableRandom random = new SplittableRandom(SEED);
    try (BufferedWriter writer = Files.newBufferedWriter(file)) {
      writer.write(HEADER);
      for (int i = 0; i < rows; i++) {
        writer.write(row(i, BEGIN.plusMillis(i * SPAN_MILLIS / rows), random));
      }
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String row(int i, Instant at, SplittableRandom random) {
    String model = MODELS.get(random.nextInt(MODELS.size()));
    int input = 100 + random.nextInt(4_000);
    int output = 20 + random.nextInt(800);
    StringBuilder row = new StringBuilder(200);
    row.append("req-").append(i).append(',').append(at).append(',');
    row.append(model, 0, model.indexOf('/')).append(',').append(model).append(",chat,");
    row.append(FEATURES.get(random.nextInt(FEATURES.size()))).append(",team-");
    row.append(random.nextInt(8)).append(",customer-").append(random.nextInt(500));
    row.append(",user-").append(random.nextInt(20_000)).append(',').append(input).append(',');
    row.append(input / 4).append(',').append(output).append(',').append(output / 5).append(',');
    row.append(200 + random.nextInt(5_000)).append(random.nextInt(50) == 0 ? ",error," : ",ok,");
    row.append(Long.toHexString(0x9e3779b97f4a7c15L * (1 + random.nextInt(PROMPTS))));
    row.append(",conversation-").append(random.nextInt(100_000)).append('\n');
    return row.toString();
  }
}
