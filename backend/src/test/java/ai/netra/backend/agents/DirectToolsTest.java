package ai.netra.backend.agents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import ai.netra.backend.service.Fields;
import ai.netra.backend.service.Json;
import ai.netra.backend.service.Refused;
import ai.netra.contract.error.Violation;
import ai.netra.contract.list.Page;
import ai.netra.contract.report.Fact;
import ai.netra.contract.report.Label;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** H137, AG59: tools that advise give outside a run what they give within one. */
class DirectToolsTest {

  @TempDir Path folder;
  private OpenAgents agents;

  @BeforeEach
  void open() {
    agents = OpenAgents.in(folder);
    var _ =
        agents
            .usage()
            .csv(
                agents.alice(),
                GoldenRows.csv(
                    10_000, i -> GoldenRows.of(i, "acme/premium", 5_000, 100, "classification")));
  }

  @AfterEach
  void close() throws Exception {
    agents.close();
  }

  @Test
  void ag59StrategiesAloneAndTogetherSaveWhatTheySaveInARun() throws Exception {
    Facts inRun = new Facts(agents.report("How can I save?").facts());

    Facts alone = facts("strategy_evaluate", "{\"strategy\":\"S3\"}");
    Facts together = facts("portfolio_optimise", "{}");
    Facts paidBack = facts("roi", "{\"strategy\":\"S3\"}");

    assertThat(alone.number("saving_alone[S3]"))
        .isEqualByComparingTo(inRun.number("saving_alone[S3]"))
        .isPositive();
    assertThat(together.number("monthly_saving"))
        .isEqualByComparingTo(inRun.number("monthly_saving"));
    assertThat(paidBack.get("payback[S3]").value()).isEqualTo(inRun.get("payback[S3]").value());
    assertThat(paidBack.number("one_off[S3]")).isEqualByComparingTo(inRun.number("one_off[S3]"));
  }

  @Test
  void aConstraintAndAnAssumptionOfTheCallCount() throws Exception {
    Facts excluded = facts("portfolio_optimise", "{\"constraints\":{\"excluded\":[\"S3\"]}}");
    Facts never =
        facts("strategy_evaluate", "{\"strategy\":\"S3\",\"assumptions\":{\"escalation\":1}}");

    assertThat(excluded.number("saving")).isZero();
    assertThat(never.number("saving_alone[S3]")).isZero();
  }

  /** 135.00 in 28 days: half of it again for growth, then the other model's price. */
  @Test
  void changesAreAppliedInTheirOrderAndLabelled() throws Exception {
    DirectTools.Outcome outcome =
        execute(
            "what_if",
            """
            {"changes":[{"type":"growth","ratio":0.5},
             {"type":"swap","from":"acme/premium","to":"acme/small"}]}
            """);
    Facts facts = new Facts(outcome.facts());

    assertThat(facts.number("what_if.cost_before"))
        .isEqualByComparingTo(Ratios.monthly(new BigDecimal("135"), 28));
    assertThat(facts.number("what_if.cost_after"))
        .isEqualByComparingTo(Ratios.monthly(new BigDecimal("12.15"), 28));
    assertThat(outcome.facts()).extracting(Fact::label).containsOnly(Label.WHAT_IF);
  }

  @Test
  void ofOneLifetimeOnlyItsRepeatsAreTold() throws Exception {
    DirectTools.Outcome outcome = execute("duplicate_scan", "{\"ttl_seconds\":3600}");

    assertThat(outcome.facts())
        .extracting(Fact::name)
        .containsExactly("repeats[ttl_seconds=3600]", "repeat_spend[ttl_seconds=3600]");
  }

  @Test
  void rowsComeByPagesUnderTheFiltersOfTheCall() throws Exception {
    Page<?> first = (Page<?>) execute("usage_rows", "{\"limit\":2,\"feature\":\"shop\"}").data();
    String next = "{\"limit\":2,\"page_token\":\"" + first.nextPageToken() + "\"}";
    Page<?> second = (Page<?>) execute("usage_rows", next).data();
    Page<?> none = (Page<?>) execute("usage_rows", "{\"feature\":\"none\"}").data();

    assertThat(first.data()).hasSize(2);
    assertThat(second.data().equals(first.data())).isFalse();
    assertThat(second.data()).hasSize(2);
    assertThat(none.data()).isEmpty();
    assertThat(refused("usage_rows", "{\"limit\":0}")).containsExactly("limit");
  }

  @Test
  void badArgumentsAreNamedByTheirPath() {
    assertThat(
            refused(
                "what_if",
                """
                {"changes":[{"type":"swap","from":"acme/premium","tu":"nobody/none"},
                 {"type":"growth","ratio":"much"},{"type":"ttl","seconds":7},{"kind":"drop"}],
                 "constraints":{"excluded":["S99"]},"assumptions":{"luck":1}}
                """))
        .containsExactly(
            "changes[0].to",
            "changes[0].tu",
            "changes[1].ratio",
            "changes[2].seconds",
            "changes[3].type",
            "constraints.excluded[0]",
            "assumptions.luck");
    assertThat(refused("what_if", "{\"changes\":[{\"type\":\"swap\",\"to\":\"nobody/none\"}]}"))
        .containsExactly("changes[0].to");
    assertThat(refused("what_if", "{}")).containsExactly("changes");
    assertThat(refused("roi", "{}")).containsExactly("strategy");
    assertThat(refused("duplicate_scan", "{\"ttl_seconds\":1}")).containsExactly("ttl_seconds");
  }

  private Facts facts(String tool, String arguments) throws InterruptedException {
    return new Facts(execute(tool, arguments).facts());
  }

  private DirectTools.Outcome execute(String tool, String arguments) throws InterruptedException {
    Fields fields = fields(arguments);
    DirectTools.Call call = agents.tools().call(ToolRegistry.named(tool).orElseThrow(), fields);
    fields.check();
    return agents.tools().execute(agents.alice(), call);
  }

  private List<String> refused(String tool, String arguments) {
    Refused refused = catchThrowableOfType(Refused.class, () -> execute(tool, arguments));
    List<?> violations = (List<?>) Objects.requireNonNull(refused.details().get("violations"));
    return violations.stream().map(each -> ((Violation) each).field()).toList();
  }

  @SuppressWarnings("unchecked") // an object of JSON has text keys
  private static Fields fields(String json) {
    return Fields.of((Map<String, Object>) Json.mapper().readValue(json, Map.class));
  }
}
