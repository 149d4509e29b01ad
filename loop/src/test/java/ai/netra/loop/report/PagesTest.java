package ai.netra.loop.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

/** The pages hold whatever a test calls itself, and load nothing. */
class PagesTest {

  private static final String HELD = "a <b> & \"c\" | `d` ]]> \uFFFD";

  private final CycleReport report = SmallRun.report();

  @Test
  void theHtmlPageIsWellFormedAndShowsMarkupAsText() throws Exception {
    Document page = parsed(report.text(RunReports.Format.HTML).replace("<!DOCTYPE html>", ""));
    assertThat(page.getDocumentElement().getTextContent()).contains(HELD);
    assertThat(page.getElementsByTagName("b").getLength()).isZero();
  }

  @Test
  void theHtmlPageLoadsNothing() {
    assertThat(report.text(RunReports.Format.HTML))
        .doesNotContain("<script", "<link", "<img", "src=", "@import", "url(")
        .doesNotContainPattern("href=\"[^#]");
  }

  @Test
  void aTestThatIsNotProvedIsAFailureInJunitXml() throws Exception {
    Document page = parsed(report.text(RunReports.Format.JUNIT));
    assertThat(page.getDocumentElement().getAttribute("tests")).isEqualTo("2");
    assertThat(page.getDocumentElement().getAttribute("failures")).isEqualTo("1");
    Element failure = (Element) page.getElementsByTagName("failure").item(0);
    assertThat(failure.getAttribute("type")).isEqualTo("unproven");
    assertThat(failure.getAttribute("message")).isEqualTo("part 3 wire missing: no call <seen>");
    assertThat(((Element) failure.getParentNode()).getAttribute("name")).isEqualTo(HELD);
  }

  @Test
  void aCellOfMarkdownCannotBreakItsTable() {
    assertThat(report.text(RunReports.Format.MARKDOWN))
        .contains("| a \\<b\\> & \"c\" \\| \\`d\\` \\]\\]\\> \u0001 | p1 | unproven | 20 ms |");
  }

  @Test
  void theSameJournalGivesTheSameReport() {
    for (RunReports.Format format : RunReports.Format.values()) {
      assertThat(SmallRun.report().text(format)).isEqualTo(report.text(format));
    }
  }

  private static Document parsed(String text) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(text)));
  }
}
