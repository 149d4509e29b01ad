package ai.netra.e2e.support;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import tools.jackson.databind.JsonNode;

/** Files of usage, and their import. */
public final class Usage {

  public static final String HEADER =
      "request_id,timestamp,model,feature,customer,input_tokens,output_tokens,latency_ms,status";

  /** The first instant of the rows made here. */
  public static final Instant START = Instant.parse("2026-01-05T00:00:00Z");

  private Usage() {}

  /** A row: number i of a file, on a day counted from {@link #START}. */
  public static String row(int i, int day, String model, String feature, int input, int output) {
    Instant at = START.plusSeconds(day * 86_400L + (i * 37L) % 86_400);
    return "req-%d,%s,%s,%s,acme-shop,%d,%d,%d,ok"
        .formatted(i, at, model, feature, input, output, 400 + i % 200);
  }

  /** A file of equal rows, spread evenly over the days. */
  public static String csv(
      int rows, int days, String model, String feature, int input, int output) {
    return HEADER
        + "\n"
        + IntStream.range(0, rows)
            .mapToObj(i -> row(i, i % days, model, feature, input, output))
            .collect(Collectors.joining("\n"));
  }

  /** A file of these rows. */
  public static String csv(List<String> rows) {
    return HEADER + "\n" + String.join("\n", rows);
  }

  /** Sends a CSV file and returns the answer to the upload. */
  public static Answer send(Identity owner, String csv) {
    return send(owner, "/api/usage/imports", "text/csv", csv.getBytes(StandardCharsets.UTF_8));
  }

  /** Sends a file of any type. */
  public static Answer send(Identity owner, String path, String contentType, byte[] file) {
    return Rest.backend().as(owner).send("POST", path, contentType, file);
  }

  /** Waits until an import ended and returns it. */
  public static JsonNode finished(Identity owner, Answer upload) {
    String id = upload.text("/id");
    return Await.until(
            "import " + id,
            () -> Rest.backend().as(owner).get("/api/usage/imports/" + id),
            answer -> List.of("completed", "failed").contains(answer.text("/state")))
        .json();
  }

  /** Imports a CSV file and returns the finished import. */
  public static JsonNode importCsv(Identity owner, String csv) {
    return finished(owner, send(owner, csv));
  }

  /** Imports a large CSV file, compressed on its way. */
  public static JsonNode importLarge(Identity owner, String csv) {
    Answer upload =
        Rest.backend()
            .as(owner)
            .header("Content-Encoding", "gzip")
            .send("POST", "/api/usage/imports", "text/csv", compressed(csv));
    return finished(owner, upload);
  }

  private static byte[] compressed(String text) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
