package ai.netra.backend.agents;

import ai.netra.contract.report.Ask;
import ai.netra.contract.report.Fact;
import java.util.List;

/** What is missing, what each field unlocks, and how to send it. Holds no number about use. */
record DataRequest(
    List<Ask> asks, List<HowTo> howTos, String csvHeader, long rowsRead, int toolCalls)
    implements StepResult {

  DataRequest {
    asks = List.copyOf(asks);
    howTos = List.copyOf(howTos);
  }

  @Override
  public List<Fact> facts() {
    return List.of();
  }

  /** A way to send usage data. */
  record HowTo(String title, String text) {}
}
