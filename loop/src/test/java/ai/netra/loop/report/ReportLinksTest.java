package ai.netra.loop.report;

import static org.assertj.core.api.Assertions.assertThat;

import ai.netra.loop.journal.Line;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Every figure of a report leads to the lines that it was computed from. */
class ReportLinksTest {

  private final CycleReport report = SmallRun.report();

  @Test
  void everyLinkedRecordStandsInTheJournal() {
    Set<Long> numbers = SmallRun.lines().stream().map(Line::n).collect(Collectors.toSet());
    assertThat(records()).isNotEmpty().isSubsetOf(numbers);
  }

  @Test
  void everyFigureThatIsNotNothingHasARecord() {
    for (Section section : report.sections()) {
      for (Block block : section.blocks()) {
        if (block instanceof Block.Figures figures) {
          assertThat(figures.figures())
              .allMatch(it -> !it.records().isEmpty() || it.value().text().matches("0|none"));
        }
      }
    }
  }

  @Test
  void aPageHoldsEachLineThatItLinksTo() {
    String page = report.text(RunReports.Format.HTML);
    for (String part : page.split("href=\"#line-", -1)) {
      String number = part.replaceFirst("(?s)\".*", "");
      if (number.matches("\\d+")) {
        assertThat(page).contains("<tr id=\"line-" + number + "\">");
      }
    }
  }

  private List<Long> records() {
    return report.sections().stream()
        .flatMap(it -> it.blocks().stream())
        .flatMap(
            it ->
                switch (it) {
                  case Block.Figures figures ->
                      figures.figures().stream().flatMap(one -> one.records().stream());
                  case Block.Table table ->
                      table.rows().stream().flatMap(one -> one.records().stream());
                  case Block.Path path ->
                      path.stops().stream().flatMap(one -> one.records().stream());
                })
        .toList();
  }
}
