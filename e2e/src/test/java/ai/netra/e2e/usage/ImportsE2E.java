package ai.netra.e2e.usage;

import static org.assertj.core.api.Assertions.assertThat;

import ai.netra.e2e.support.Answer;
import ai.netra.e2e.support.Identity;
import ai.netra.e2e.support.Json;
import ai.netra.e2e.support.People;
import ai.netra.e2e.support.Rest;
import ai.netra.e2e.support.Usage;
import ai.netra.e2e.support.WebSocketClient;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** Files of usage going in. */
@ExtendWith(People.class)
@Tag("p3")
@Tag("area:usage")
class ImportsE2E {

  @Test
  @DisplayName("H105 CSV and JSON lines import the same rows")
  void formatsImportTheSame(Identity ann, Identity bob) {
    Usage.importCsv(ann, Usage.csv(100, 5, "acme/small", "search", 1_000, 100));
    StringBuilder lines = new StringBuilder();
    for (String row :
        Usage.csv(100, 5, "acme/small", "search", 1_000, 100).lines().skip(1).toList()) {
      String[] cells = row.split(",", -1);
      lines.append(
          "{\"request_id\":\"%s\",\"timestamp\":\"%s\",\"model\":\"%s\",\"feature\":\"%s\",\"customer\":\"%s\",\"input_tokens\":%s,\"output_tokens\":%s,\"latency_ms\":%s,\"status\":\"%s\"}%n"
              .formatted((Object[]) cells));
    }
    byte[] file = lines.toString().getBytes(StandardCharsets.UTF_8);
    Usage.finished(bob, Usage.send(bob, "/api/usage/imports", "application/x-ndjson", file));

    assertThat(sums(summary(ann))).isEqualTo(sums(summary(bob)));
    assertThat(summary(bob).at("/rows").asInt()).isEqualTo(100);
  }

  @Test
  @DisplayName("H105 A gzip file imports the same rows")
  void gzipImportsTheSame(Identity ann) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(
          Usage.csv(100, 5, "acme/small", "search", 1_000, 100).getBytes(StandardCharsets.UTF_8));
    }
    Answer upload =
        Rest.backend()
            .as(ann)
            .header("Content-Encoding", "gzip")
            .send("POST", "/api/usage/imports", "text/csv", packed.toByteArray());

    assertThat(upload.status()).isEqualTo(202);
    assertThat(Usage.finished(ann, upload).at("/rows_inserted").asInt()).isEqualTo(100);
  }

  @Test
  @DisplayName("H106 The six counts add up to the rows read")
  void countsAddUp(Identity ann) {
    JsonNode done = Usage.importCsv(ann, dirty());
    int sum = 0;
    for (String count :
        List.of("inserted", "duplicate", "conflict", "replaced", "skipped", "rejected")) {
      sum += done.at("/rows_" + count).asInt();
    }

    assertThat(sum).isEqualTo(done.at("/rows_read").asInt()).isEqualTo(16);
    assertThat(done.at("/rows_rejected").asInt()).isEqualTo(3);
    assertThat(done.at("/rows_duplicate").asInt()).isEqualTo(2);
    assertThat(done.at("/rows_conflict").asInt()).isEqualTo(1);
    assertThat(done.at("/rows_inserted").asInt()).isEqualTo(10);
  }

  @Test
  @DisplayName("H108 Bad rows are listed with line, field and rule")
  void badRowsAreListed(Identity ann) {
    String id = Usage.importCsv(ann, dirty()).at("/id").asString();
    JsonNode errors =
        Rest.backend().as(ann).get("/api/usage/imports/" + id + "/errors").json().at("/data");

    assertThat(Json.texts(errors, "/line")).containsExactly("12", "13", "14");
    assertThat(Json.texts(errors, "/field")).containsExactly("input_tokens", "timestamp", "model");
    assertThat(errors.at("/0/received").asString()).isEqualTo("-3");
  }

  @Test
  @DisplayName("H107 Known bytes give the first import")
  void knownBytesGiveTheFirst(Identity ann) {
    String csv = Usage.csv(50, 5, "acme/small", "search", 1_000, 100);
    String first = Usage.importCsv(ann, csv).at("/id").asString();
    Answer again = Usage.send(ann, csv);

    assertThat(again.status()).isEqualTo(200);
    assertThat(again.text("/id")).isEqualTo(first);
    assertThat(again.json().at("/duplicate").asBoolean()).isTrue();
    assertThat(summary(ann).at("/rows").asInt()).isEqualTo(50);
  }

  @Test
  @DisplayName("AG26 An overlapping file adds only what is new")
  void overlapAddsOnlyNew(Identity ann) {
    Usage.importCsv(ann, Usage.csv(60, 1, "acme/small", "search", 1_000, 100));
    JsonNode second = Usage.importCsv(ann, Usage.csv(100, 1, "acme/small", "search", 1_000, 100));

    assertThat(second.at("/rows_inserted").asInt()).isEqualTo(40);
    assertThat(second.at("/rows_duplicate").asInt()).isEqualTo(60);
    assertThat(summary(ann).at("/rows").asInt()).isEqualTo(100);
  }

  @Test
  @DisplayName("H109 Over half bad imports nothing")
  void overHalfBadImportsNothing(Identity ann) {
    List<String> rows = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      rows.add(Usage.row(i, 0, "acme/small", "search", i < 6 ? -1 : 10, 10));
    }
    JsonNode done = Usage.importCsv(ann, Usage.csv(rows));

    assertThat(done.at("/state").asString()).isEqualTo("failed");
    assertThat(done.at("/error_code").asString()).isEqualTo("IMPORT_FAILED");
    assertThat(summary(ann).at("/rows").asInt(-1)).isZero();
  }

  @Test
  @DisplayName("H110 Columns that do not map show a preview and import nothing")
  void unmappedColumnsShowAPreview(Identity ann) {
    JsonNode done =
        Usage.importCsv(ann, "when,which,in,out\n2026-01-05T00:00:00Z,acme/small,1,2\n");

    assertThat(done.at("/state").asString()).isEqualTo("failed");
    assertThat(done.at("/preview").toString()).contains("acme/small");
    assertThat(summary(ann).at("/rows").asInt(-1)).isZero();
  }

  @Test
  @DisplayName("H112 mode=replace lets the newer row win")
  void replaceReplaces(Identity ann) {
    Usage.importCsv(ann, Usage.csv(10, 1, "acme/small", "search", 1_000, 100));
    byte[] newer =
        Usage.csv(10, 1, "acme/small", "search", 2_000, 100).getBytes(StandardCharsets.UTF_8);
    JsonNode done =
        Usage.finished(ann, Usage.send(ann, "/api/usage/imports?mode=replace", "text/csv", newer));

    assertThat(done.at("/rows_replaced").asInt()).isEqualTo(10);
    assertThat(summary(ann).at("/input_tokens").asLong()).isEqualTo(20_000);
    assertThat(summary(ann).at("/rows").asInt()).isEqualTo(10);
  }

  @Test
  @DisplayName("H113 A deleted import's rows leave every sum")
  void deletedImportLeaves(Identity ann) {
    String id =
        Usage.importCsv(ann, Usage.csv(50, 1, "acme/small", "search", 1_000, 100))
            .at("/id")
            .asString();

    assertThat(summary(ann).at("/rows").asInt()).isEqualTo(50);
    assertThat(Rest.backend().as(ann).delete("/api/usage/imports/" + id).status()).isEqualTo(204);
    assertThat(summary(ann).at("/rows").asInt(-1)).isZero();
  }

  @Test
  @DisplayName("H116 Texts of prompts are dropped and named")
  void promptTextsAreDropped(Identity ann) {
    String csv =
        """
        timestamp,model,input_tokens,output_tokens,prompt
        2026-01-05T00:00:00Z,acme/small,10,5,my secret text
        """;
    JsonNode done = Usage.importCsv(ann, csv);
    Answer rows = Rest.backend().as(ann).get("/api/usage/records");

    assertThat(done.at("/ignored_columns").toString()).isEqualTo("[\"prompt\"]");
    assertThat(Json.texts(rows.listed(), "/model")).containsExactly("acme/small");
    assertThat(rows.body()).doesNotContain("my secret text");
  }

  @Test
  @DisplayName("H14 A file of an unknown type is 415")
  void unknownTypeIs415(Identity ann) {
    Answer answer = Usage.send(ann, "/api/usage/imports", "image/png", new byte[] {1, 2, 3});

    assertThat(answer.refusal()).isEqualTo("415 UNSUPPORTED_MEDIA_TYPE");
  }

  @Test
  @DisplayName("W78 An import reports its end on the socket")
  void importIsToldOnTheSocket(Identity ann) {
    try (WebSocketClient socket = WebSocketClient.of(ann)) {
      String id = Usage.send(ann, Usage.csv(20, 1, "acme/small", "search", 10, 10)).text("/id");
      var done =
          socket.await(
              frame ->
                  frame.type().equals("import_updated")
                      && frame.text("/data/state").equals("completed"));

      assertThat(done.text("/data/import_id")).isEqualTo(id);
      assertThat(done.at("/data/rows_inserted").asInt()).isEqualTo(20);
    }
  }

  private static JsonNode summary(Identity owner) {
    return Rest.backend().as(owner).get("/api/usage/summary?from=2026-01-01&to=2026-03-01").json();
  }

  private static List<String> sums(JsonNode summary) {
    return List.of(
        summary.at("/rows").toString(),
        summary.at("/spend_usd").toString(),
        summary.at("/input_tokens").toString(),
        summary.at("/output_tokens").toString());
  }

  /** Ten good rows, three bad ones on lines 12 to 14, two repeated, one in conflict. */
  private static String dirty() {
    List<String> rows = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      rows.add(Usage.row(i, 0, "acme/small", "search", 10, 10));
    }
    rows.add(Usage.row(10, 0, "acme/small", "search", -3, 10));
    rows.add("req-11,yesterday,acme/small,search,acme-shop,1,1,1,ok");
    rows.add("req-12,2026-01-05T00:00:00Z,,search,acme-shop,1,1,1,ok");
    rows.add(Usage.row(0, 0, "acme/small", "search", 10, 10));
    rows.add(Usage.row(1, 0, "acme/small", "search", 10, 10));
    rows.add(Usage.row(2, 0, "acme/small", "search", 11, 10));
    return Usage.csv(rows);
  }
}
