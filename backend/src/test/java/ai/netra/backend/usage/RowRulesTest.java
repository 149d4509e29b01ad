package ai.netra.backend.usage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RowRulesTest {

  private static final String HEADER =
      "request_id,timestamp,model,input_tokens,output_tokens,status,end_user,feature,latency_ms\n";

  private final RowRules rules =
      new RowRules(new Timestamps(Instant.parse("2026-02-03T10:00:00Z"), null));

  @Test
  void whatIsWrittenOtherwiseIsTheSameRow() throws Exception {
    List<String> hashes =
        hashes(
            """
            a,2026-01-05T00:00:00Z,m,100,10,ok,u,f,7
            a,1767571200000,m,0100,10,OK,u,f,007
             a ,2026-01-05T01:00:00+01:00, m,100,10,, u ,f ,7
            "a",1767571200,"m","100",10,"ok","u","f","7"
            """);

    assertThat(hashes).hasSize(4).containsOnly(hashes.getFirst());
  }

  @Test
  void eachValueIsPartOfTheContent() throws Exception {
    List<String> hashes =
        hashes(
            """
            a,2026-01-05T00:00:00Z,m,100,10,ok,u,f,7
            b,2026-01-05T00:00:00Z,m,100,10,ok,u,f,7
            a,2026-01-05T00:00:01Z,m,100,10,ok,u,f,7
            a,2026-01-05T00:00:00Z,n,100,10,ok,u,f,7
            a,2026-01-05T00:00:00Z,m,101,10,ok,u,f,7
            a,2026-01-05T00:00:00Z,m,100,11,ok,u,f,7
            a,2026-01-05T00:00:00Z,m,100,10,error,u,f,7
            a,2026-01-05T00:00:00Z,m,100,10,ok,v,f,7
            a,2026-01-05T00:00:00Z,m,100,10,ok,u,g,7
            a,2026-01-05T00:00:00Z,m,100,10,ok,u,f,
            """);

    assertThat(hashes).hasSize(10).doesNotHaveDuplicates();
  }

  @Test
  void theHashesAreThoseThatStoredSegmentsHold() throws Exception {
    assertThat(hashes("a,2026-01-05T00:00:00Z,m,100,10,ok,u,ä,7\n"))
        .containsExactly(expected("id:a", 16) + expectedContent());
  }

  @Test
  void aValueIsRefusedEachTimeItComes() throws Exception {
    List<String> rules =
        rejected(
            """
            a,2026-01-05T00:00:00Z,m,100,10,fine,u,f,7
            b,2026-01-05T00:00:00Z,m,100,10,fine,u,f,7
            c,2026-01-05T00:00:00Z,m,100,10,ok,u,f\u0000,7
            d,2026-01-05T00:00:00Z,m,1000000001,10,ok,u,f,7
            e,2027-01-05T00:00:00Z,m,100,10,ok,u,f,7
            f,2026-01-05T00:00:00Z,,100,10,ok,u,f,7
            g,2026-01-05T00:00:00Z,m,100,10,ok,u,f,86400001
            """);

    assertThat(rules)
        .containsExactly(
            "2 status fine",
            "3 status fine",
            "4 feature f\u0000",
            "5 input_tokens 1000000001",
            "6 timestamp 2027-01-05T00:00:00Z",
            "7 model ",
            "8 latency_ms 86400001");
  }

  /** Identity and content of each row; every row must be good. */
  private List<String> hashes(String lines) throws Exception {
    List<String> hashes = new ArrayList<>();
    RowHashes of = new RowHashes();
    CsvRows rows = rows(lines);
    RawRow raw = new RawRow();
    CleanRow clean = new CleanRow();
    while (rows.next(raw)) {
      assertThat(rules.check(raw, clean)).isNull();
      of.read(clean);
      hashes.add(
          new String(of.identity(), StandardCharsets.US_ASCII)
              + HexFormat.of().toHexDigits(of.content()));
    }
    return hashes;
  }

  private List<String> rejected(String lines) throws Exception {
    List<String> rejected = new ArrayList<>();
    CsvRows rows = rows(lines);
    RawRow raw = new RawRow();
    while (rows.next(raw)) {
      RowRules.Rejected bad = rules.check(raw, new CleanRow());
      rejected.add(bad == null ? "none" : bad.line() + " " + bad.field() + " " + bad.received());
    }
    return rejected;
  }

  private static CsvRows rows(String lines) throws IOException, BadFile {
    byte[] file = (HEADER + lines).getBytes(StandardCharsets.UTF_8);
    return new CsvRows(new ByteArrayInputStream(file), new ColumnNames(Map.of()));
  }

  /** All canonical values, each ended by a unit separator. */
  private static String expectedContent() throws Exception {
    Map<Column, String> values =
        Map.ofEntries(
            Map.entry(Column.TIMESTAMP, "1767571200000"),
            Map.entry(Column.MODEL, "m"),
            Map.entry(Column.INPUT_TOKENS, "100"),
            Map.entry(Column.OUTPUT_TOKENS, "10"),
            Map.entry(Column.REQUEST_ID, "a"),
            Map.entry(Column.OPERATION, "chat"),
            Map.entry(Column.TIER, "standard"),
            Map.entry(Column.LATENCY_MS, "7"),
            Map.entry(Column.CACHED_INPUT_TOKENS, "0"),
            Map.entry(Column.CACHE_WRITE_TOKENS, "0"),
            Map.entry(Column.REASONING_TOKENS, "0"),
            Map.entry(Column.STATUS, "ok"),
            Map.entry(Column.ATTEMPT, "1"),
            Map.entry(Column.FEATURE, "ä"),
            Map.entry(Column.END_USER, FieldRules.sha256("u")));
    StringBuilder text = new StringBuilder();
    for (Column column : Column.values()) {
      text.append(values.getOrDefault(column, "")).append('\u001f');
    }
    return expected(text.toString(), 24).substring(32);
  }

  private static String expected(String text, int bytes) {
    return FieldRules.sha256(text).substring(0, 2 * bytes);
  }
}
