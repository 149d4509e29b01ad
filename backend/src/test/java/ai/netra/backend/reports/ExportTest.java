package ai.netra.backend.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;

class ExportTest {

  private static final String BODY =
      """
      {"id":"rep_1","object":"report","kind":"partial","run_id":"run_1","thread_id":"t","title":"What \
      was spent","summary":"s","data_used":{"dataset":"default","watermark":1,"as_of":"2026-02-03T\
      10:00:00Z","from":"2026-01-05","to":"2026-02-02","rows":10,"coverage":1,"unpriced_share":0},\
      "catalogue_version":"golden-1","prices_as_of":"2026-01-01","prose":"deterministic",\
      "prose_reason":"no_key","model":null,"gate":{"passed":true,"failed":[]},"warnings":[],\
      "sections":[{"id":"summary","number":1,"title":"Summary","markdown":"You spent **5.00 USD** on \
      `<script>alert(1)</script>`.\\n\\n| a | b |\\n|---|---|\\n| `x` | 5.00 USD |\\n- one\\n   - two",\
      "facts":["f1"],"numbers":[{"fact":"f1","at":12,"length":8}]}],"facts":[{"id":"f1","name":"spend[feature=<b>]","value":5.00,"unit":"usd",\
      "label":"real","source":{"type":"assumed","name":"test"}}],"charts":[{"id":"c1",\
      "kind":"cost_by_feature","unit":"usd","label":"real","series":[{"name":"spend","points":\
      [["<img>",5.00]]}],"facts":["f1"]}],"recommendations":[],"actions":[],"assumptions":[],\
      "missing_data":[],"created_at":"2026-02-03T10:00:00Z"}""";

  @Test
  void jsonIsTheKeptBytes() {
    assertThat(text(ExportFormat.JSON, BODY)).isEqualTo(BODY);
  }

  @Test
  void markdownStatesTheRunAndEachFactWithItsTrace() {
    assertThat(text(ExportFormat.MD, BODY))
        .contains("# What was spent", "- Run: run_1", "- Catalogue: golden-1", "- Labels: real")
        .contains("You spent **[5.00 USD](#f1)** on")
        .contains(
            "| <a id=\"f1\"></a>f1 | spend[feature=<b>] | 5.00 USD | real | assumption test |");
  }

  @Test
  void htmlLoadsNothingAndShowsHostileNamesAsText() {
    String page = text(ExportFormat.HTML, BODY);

    assertThat(page)
        .contains(
            "<b><a href=\"#f1\">5.00 USD</a></b>",
            "<code>&lt;script&gt;alert(1)&lt;/script&gt;</code>")
        .contains("<th>a</th>", "<td><code>x</code></td>", "<li class=\"sub\">two</li>")
        .contains("<a href=\"#f1\">f1</a>", "<tr id=\"f1\">", "<svg", "&lt;img&gt;")
        .doesNotContain("<script", "<img", "http:", "https:", "src=");
  }

  @Test
  void aReportThatWasKeptBeforeNumbersHadPlacesIsStillExported() {
    String older = BODY.replace(",\"numbers\":[{\"fact\":\"f1\",\"at\":12,\"length\":8}]", "");

    assertThat(older).isNotEqualTo(BODY);
    assertThat(text(ExportFormat.HTML, older)).contains("<b>5.00 USD</b>");
  }

  @Test
  void theSameReportGivesTheSameBytes() {
    String first = text(ExportFormat.HTML, BODY);
    String second = text(ExportFormat.HTML, BODY);

    assertThat(second).isEqualTo(first);
  }

  @Test
  void aListShowsAReportWithoutItsSectionsAndWithEveryDigit() {
    assertThat(ReportJson.withoutSections(BODY))
        .doesNotContain("\"sections\"", "markdown")
        .contains("\"value\":5.00");
  }

  @Test
  void csvIsAZipOfOneFileATableWithTheFactsAndTheRun() throws Exception {
    Map<String, String> files = files(ExportFormat.CSV.file(BODY));

    assertThat(files)
        .containsOnlyKeys("report.csv", "facts.csv", "summary_1.csv", "chart_cost_by_feature.csv");
    assertThat(String.valueOf(files.get("facts.csv")).split("\r\n", -1))
        .containsExactly(
            "id,name,value,unit,label,source",
            "f1,spend[feature=<b>],5.00,usd,real,assumption test",
            "");
    assertThat(files.get("summary_1.csv")).isEqualTo("a,b\r\nx,5.00 USD\r\n");
    assertThat(files.get("report.csv")).contains("Run,run_1\r\n", "Labels,real\r\n");
  }

  @Test
  void aCellThatASpreadsheetWouldComputeIsText() {
    CsvTable table = new CsvTable("t", List.of("name"));

    assertThat(table.row(List.of("=1+1")).row(List.of("say \"hi\", twice")).text())
        .isEqualTo("name\r\n'=1+1\r\n\"say \"\"hi\"\", twice\"\r\n");
    assertThat(new CsvTable("t", List.of("n")).row(List.of(new BigDecimal("-1.50"))).text())
        .isEqualTo("n\r\n-1.50\r\n");
  }

  @Test
  void theSameReportGivesTheSameZip() {
    byte[] first = ExportFormat.CSV.file(BODY);
    byte[] second = ExportFormat.CSV.file(BODY);

    assertThat(second).isEqualTo(first);
  }

  private static Map<String, String> files(byte[] zip) throws IOException {
    Map<String, String> files = new LinkedHashMap<>();
    try (ZipInputStream stream = new ZipInputStream(new ByteArrayInputStream(zip))) {
      ZipEntry entry = stream.getNextEntry();
      while (entry != null) {
        files.put(entry.getName(), new String(stream.readAllBytes(), StandardCharsets.UTF_8));
        entry = stream.getNextEntry();
      }
    }
    return files;
  }

  private static String text(ExportFormat format, String body) {
    return new String(format.file(body), StandardCharsets.UTF_8);
  }
}
