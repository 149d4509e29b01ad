package ai.netra.backend.agents;

import ai.netra.backend.usage.Profile;
import ai.netra.backend.usage.UsageWindow;
import ai.netra.contract.report.Fact;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is asked, and whether the data can answer it.
 *
 * @param others intents that were heard too, the stronger first
 * @param confidence 0 to 1
 * @param supposed changes of a what-if, in the order of the words
 * @param window whole UTC days, or null where no row is
 * @param filters dimension to value, of names in the question
 * @param warnings sentences that the answer must repeat
 */
record TriageResult(
    Intent intent,
    List<Intent> others,
    BigDecimal confidence,
    Constraints constraints,
    List<Supposition> supposed,
    @Nullable UsageWindow window,
    Map<String, String> filters,
    Sufficiency sufficiency,
    RunPlan plan,
    List<String> warnings,
    Profile profile,
    List<Fact> facts,
    long rowsRead,
    int toolCalls)
    implements StepResult {

  TriageResult {
    others = List.copyOf(others);
    supposed = List.copyOf(supposed);
    warnings = List.copyOf(warnings);
    facts = List.copyOf(facts);
  }
}
