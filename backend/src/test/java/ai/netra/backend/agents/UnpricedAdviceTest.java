package ai.netra.backend.agents;

import static org.assertj.core.api.Assertions.assertThat;

import ai.netra.contract.report.Fact;
import ai.netra.contract.report.Report;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Advice over models that the catalogue has no price for, while the rows say what was billed. */
class UnpricedAdviceTest {

  @TempDir Path folder;

  @Test
  void noTotalIsToldAndAPriceIsAskedFor() throws Exception {
    try (OpenAgents agents = OpenAgents.in(folder)) {
      agents.usage().csv(agents.alice(), billed(600));

      Driven run = agents.ask("How can I save?");
      Report report = new Results().read(run.answer().result(), Report.class);

      assertThat(run.agents()).contains("optimization");
      assertThat(report.recommendations()).isEmpty();
      assertThat(report.facts()).extracting(Fact::name).contains("spend");
      assertThat(report.facts()).extracting(Fact::name).doesNotContain("monthly_saving");
      assertThat(run.answer().response())
          .contains("no total saving is told", "a price or an alias", "6.00 USD")
          .doesNotContain("saves enough");
    }
  }

  /** Each row was billed with a cent, for a model that nobody knows. */
  private static String billed(int rows) {
    StringBuilder text =
        new StringBuilder("timestamp,model,input_tokens,output_tokens,cost_usd,feature\n");
    IntStream.range(0, rows)
        .forEach(i -> text.append(GoldenRows.at(i)).append(",nobody/knows,1000,100,0.01,shop\n"));
    return text.toString();
  }
}
