package ai.netra.backend.agents;

import ai.netra.backend.usage.Dimension;
import ai.netra.backend.usage.ErrorStat;
import ai.netra.contract.report.Fact;
import ai.netra.contract.report.Section;
import java.util.List;
import java.util.Optional;

/** The sections of an answer that has data. */
final class DataSections {

  private static final int SHORT_WINDOW_DAYS = 7;

  private final Material material;
  private final DataResult data;
  private final Facts facts;

  DataSections(Material material, DataResult data) {
    this.material = material;
    this.data = data;
    this.facts = new Facts(material.facts());
  }

  Section summary() {
    SectionText text = new SectionText();
    if (material.synthetic()) {
      text.add("These rows are synthetic, not of real calls. ");
    }
    advice().ifPresent(advice -> advice.summary(text));
    text.add("You spent **").add(facts.get("spend")).add("** in ").add(facts.get("requests"));
    text.add(" requests over ").add(facts.get("window_days")).add(" from ");
    text.add(data.window().from() + " to " + data.window().to())
        .add(" (end excluded), which is **");
    text.add(facts.get("monthly_spend")).add("** at this pace");
    text.add(
        data.window().days() < SHORT_WINDOW_DAYS
            ? "; the window is short, so take the monthly amount with care. "
            : ". ");
    for (Dimension by : List.of(Dimension.MODEL, Dimension.FEATURE, Dimension.CUSTOMER)) {
      top(by, text);
    }
    if (facts.number("unpriced_share").signum() > 0) {
      text.add("Of all tokens ").add(facts.get("unpriced_share"));
      text.add(" have no known price and are not part of these amounts. ");
    }
    text.add("\n\nNext step: ").add(next());
    return text.section("summary", 1, "Summary");
  }

  private Optional<AdviceSections> advice() {
    return material.optimization().map(result -> new AdviceSections(result, material.facts()));
  }

  private String next() {
    if (material.actions().filter(plan -> !plan.actions().isEmpty()).isPresent()) {
      return "start with the first action of the plan below, and ask again a week later.";
    }
    return material.request().filter(request -> !request.asks().isEmpty()).isPresent()
        ? "send the fields named under What is missing, then ask again."
        : "ask for one feature, model or customer to see its part alone.";
  }

  private void top(Dimension by, SectionText text) {
    groups(by).stream()
        .filter(group -> group.key() != null && group.spend().amount().signum() > 0)
        .findFirst()
        .ifPresent(
            group -> {
              text.add("The largest ").add(by.wireName()).add(" is ").name(key(group));
              text.add(" with ").add(facts.get(BreakdownTool.fact("spend", group)));
              text.add(", ").add(facts.get(BreakdownTool.fact("share_of_spend", group)));
              text.add(" of the spend. ");
            });
  }

  Section dataUsed() {
    SectionText text = new SectionText();
    text.add("The data set ").name(material.dataset()).add(", ").add(facts.get("rows"));
    text.add(" rows in the window; their fields cover ").add(facts.get("coverage"));
    text.add(" of what the analysis can use. Without a known price: ");
    text.add(facts.get("unpriced_share")).add(" of the tokens. Catalogue ");
    text.name(material.catalogueVersion()).add(", prices of ").add(material.pricesAsOf());
    text.add(material.prices() == Material.Prices.NONE ? "; it holds no prices." : ".");
    return text.section("data_used", 3, "Data used");
  }

  Section spend() {
    SectionText text = new SectionText();
    for (Dimension by : List.of(Dimension.MODEL, Dimension.FEATURE, Dimension.CUSTOMER)) {
      table(by, text);
    }
    text.add("Tokens: ").add(facts.get("input_tokens")).add(" in, of which ");
    text.add(facts.get("cached_input_tokens")).add(" cached, and ");
    text.add(facts.get("output_tokens")).add(" out. ");
    facts
        .find(SeriesTool.HIGHEST)
        .ifPresent(
            highest ->
                text.add("The day of most spend is ")
                    .add(facts.get(SeriesTool.HIGHEST_AT))
                    .add(" with ")
                    .add(highest)
                    .add("."));
    return text.section("spend", 4, "Spend");
  }

  private void table(Dimension by, SectionText text) {
    List<DataResult.Group> groups =
        groups(by).stream().filter(g -> !g.rest()).limit(BreakdownTool.TOLD).toList();
    if (groups.isEmpty()) {
      return;
    }
    text.add("| ").add(by.wireName()).add(" | spend | share of spend | requests |\n");
    text.add("|---|---|---|---|\n");
    for (DataResult.Group group : groups) {
      text.add("| ");
      if (group.key() == null) {
        text.add("none given");
      } else {
        text.name(group.key());
      }
      text.add(" | ").add(facts.get(BreakdownTool.fact("spend", group)));
      text.add(" | ").add(facts.get(BreakdownTool.fact("share_of_spend", group)));
      text.add(" | ").add(facts.get(BreakdownTool.fact("requests", group))).add(" |\n");
    }
    text.add("\n");
  }

  Section reliability() {
    SectionText text = new SectionText();
    latency(text);
    text.add("Of all requests ").add(facts.get("error_share")).add(" did not end well.\n");
    for (ErrorStat error :
        data.errors().subList(0, Math.min(ErrorTool.TOLD, data.errors().size()))) {
      text.add("- ").name(error.status());
      if (error.code() != null) {
        text.add(" ").name(error.code());
      }
      text.add(": ").add(facts.get(ErrorTool.fact("errors", error))).add(" requests, ");
      text.add(facts.get(ErrorTool.fact("error_spend", error))).add("\n");
    }
    return text.section("reliability", 5, "Latency and reliability");
  }

  private void latency(SectionText text) {
    if (facts.find("latency_n").isEmpty()) {
      text.add("No ok request of the window has a latency. ");
      return;
    }
    text.add("Of ").add(facts.get("latency_n")).add(" ok requests with a latency the mean is ");
    text.add(facts.get("latency_mean"));
    if (facts.find("latency_p50").isPresent()) {
      text.add(", the median ").add(facts.get("latency_p50"));
      text.add("; the slowest tenth begins at ").add(facts.get("latency_p90"));
      text.add(", the slowest twentieth at ").add(facts.get("latency_p95"));
      text.add(" and the slowest hundredth at ").add(facts.get("latency_p99"));
    } else {
      text.add(" and the longest ").add(facts.get("latency_max"));
    }
    text.add(". ");
  }

  Section findings() {
    SectionText text = new SectionText();
    data.insights().forEach(insight -> finding(insight, text));
    data.dropped()
        .forEach(name -> text.add("- The query of ").add(name).add(" failed; it is left out.\n"));
    if (text.isEmpty()) {
      text.add("No rule about concentration, errors, slow answers or unknown prices is met.");
    }
    return text.section("findings", 6, "Findings");
  }

  private void finding(DataResult.Insight insight, SectionText text) {
    List<Fact> told = insight.facts().stream().map(facts::get).toList();
    switch (insight.rule()) {
      case Insights.CONCENTRATION ->
          text.add("- The ").add(insight.subject()).add(" makes up ").add(told.getFirst());
      case Insights.ERRORS ->
          text.add("- Requests that did not end well are ").add(told.getFirst());
      case Insights.UNPRICED ->
          text.add("- Tokens without a known price are ").add(told.getFirst());
      default ->
          text.add("- Some answers are much slower than most: the median is ").add(told.getFirst());
    }
    text.add(told.size() > 1 ? ", " : ".");
    if (told.size() > 1) {
      text.add(told.get(1)).add(insight.rule().equals(Insights.SLOW_TAIL) ? " at the end." : ".");
    }
    text.add("\n");
  }

  Section method() {
    SectionText text = new SectionText();
    text.add("Spend is what the provider billed where a row says so, else tokens times the price ");
    text.add("that the catalogue holds for the instant of the call; sums are exact and rounded ");
    text.add("only where they are shown. The monthly amount is the spend of the window, divided ");
    text.add("by its days, times the mean length of a month. Rows without a known price add ");
    text.add("nothing to an amount. No sentence was written by a language model.");
    advice().ifPresent(advice -> savingMethod(advice, text));
    return text.section("method", 11, "Assumptions and method");
  }

  private static void savingMethod(AdviceSections advice, SectionText text) {
    text.add(" Savings are against the volume of the window at the prices of today; each ");
    text.add("strategy is computed on what the ones before it leave, so they add up and cannot ");
    text.add("exceed the spend.");
    advice.assumptions(text);
  }

  Section trace() {
    SectionText text = new SectionText();
    text.add("Each fact of this answer names its query with parameters and rows, or its formula ");
    text.add("with inputs; the rows are those of the data set ").name(material.dataset());
    text.add(" as pinned when the run began.");
    return text.section("trace", 13, "Trace");
  }

  private List<DataResult.Group> groups(Dimension by) {
    return data.by().stream().filter(group -> group.by().equals(by.wireName())).toList();
  }

  private static String key(DataResult.Group group) {
    return String.valueOf(group.key());
  }
}
