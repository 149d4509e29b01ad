package ai.netra.e2e.agents;

import static org.assertj.core.api.Assertions.assertThat;

import ai.netra.e2e.support.Answer;
import ai.netra.e2e.support.Facts;
import ai.netra.e2e.support.GoldenRows;
import ai.netra.e2e.support.GoldenRows.Row;
import ai.netra.e2e.support.Identity;
import ai.netra.e2e.support.Instance;
import ai.netra.e2e.support.Json;
import ai.netra.e2e.support.People;
import ai.netra.e2e.support.Rest;
import ai.netra.e2e.support.Usage;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tools that advise, called by a program instead of within a run. */
@ExtendWith(People.class)
@Tag("p3")
@Tag("area:answers")
class ToolsE2E {

  private static final String PREMIUM = "acme/premium";

  @Test
  @DisplayName("H137 A strategy alone saves by a direct call what its arithmetic says")
  void strategyAlone(Identity ann) {
    simple(ann);
    Answer answer = execute(Rest.backend().as(ann), "strategy_evaluate", "{\"strategy\":\"S3\"}");

    // 1 000 of (5 000, 100): 13.50 on premium, 0.81 on small, 5 % of 13.50 asked again
    assertThat(answer.text("/status")).isEqualTo("completed");
    assertThat(Facts.of(answer.json().at("/result")).number("saving_alone[S3]"))
        .isEqualByComparingTo("12.015");
    assertThat(Facts.of(answer.json().at("/result")).number("concerned_spend[S3]"))
        .isEqualByComparingTo("13.5");
  }

  @Test
  @DisplayName("AG54 The return of a strategy's work is hours times rate against its saving")
  void returnOfWork(Identity ann) {
    simple(ann);
    Answer answer =
        execute(
            Rest.backend().as(ann),
            "roi",
            "{\"strategy\":\"S3\",\"assumptions\":{\"engineerRate\":0.5}}");
    Facts facts = Facts.of(answer.json().at("/result"));

    assertThat(answer.status()).isEqualTo(200);
    assertThat(facts.number("one_off[S3]")).isEqualByComparingTo("20");
    assertThat(answer.json().at("/result/facts").toString()).contains("1.5 months");
  }

  @Test
  @DisplayName("H137 Repeats and calls in vain are counted by direct calls, each with its trace")
  void scans(Identity ann) {
    Usage.importLarge(
        ann,
        GoldenRows.csv(
            300,
            i -> {
              Row row = Row.of(i, PREMIUM, 1_000, 100, "generation");
              return i < 100 ? row : i < 200 ? row.repeating(i - 100) : row.timedOut();
            }));
    Rest client = Rest.backend().as(ann);
    Answer repeats = execute(client, "duplicate_scan", "{\"ttl_seconds\":3600}");
    Answer vain = execute(client, "retry_scan", "{}");

    assertThat(Facts.of(repeats.json().at("/result")).number("repeats[ttl_seconds=3600]"))
        .isEqualByComparingTo("100");
    assertThat(repeats.text("/result/facts/0/source/query")).isEqualTo("Q10");
    assertThat(Facts.of(vain.json().at("/result")).number("wasted_requests"))
        .isEqualByComparingTo("100");
    assertThat(Facts.of(vain.json().at("/result")).number("wasted_spend"))
        .isEqualByComparingTo("0.35");
    assertThat(vain.text("/result/facts/0/source/query")).isEqualTo("Q12");
  }

  @Test
  @DisplayName("H137 On a plan that has them, strategies together and a what-if are computed")
  void togetherAndWhatIf(Identity ann) {
    simple(ann);
    Instance large =
        Instance.of("backend").with("NETRA_BACKEND_DEFAULT_PLAN", "developer").copyOfData().start();
    Answer together = execute(large.rest().as(ann), "portfolio_optimise", "{}");
    Answer grown =
        execute(
            large.rest().as(ann),
            "what_if",
            "{\"changes\":[{\"type\":\"growth\",\"ratio\":0.5},{\"type\":\"drop\",\"feature\":\"none\"}]}");

    assertThat(Facts.of(together.json().at("/result")).number("saving"))
        .isEqualByComparingTo("12.015");
    Facts facts = Facts.of(grown.json().at("/result"));
    assertThat(cents(facts.number("what_if.cost_before"))).isEqualByComparingTo("14.68");
    assertThat(cents(facts.number("what_if.cost_after"))).isEqualByComparingTo("22.01");
    assertThat(Json.texts(grown.json().at("/result/facts"), "/label")).containsOnly("what-if");
  }

  @Test
  @DisplayName("AG59 The rows that a tool gives are those that the route of records lists")
  void rows(Identity ann) {
    Usage.importCsv(ann, Usage.csv(60, 5, PREMIUM, "shop", 1_000, 100));
    Rest client = Rest.backend().as(ann);
    Answer listed = client.get("/api/usage/records?feature=shop&limit=25");
    Answer tool = execute(client, "usage_rows", "{\"feature\":\"shop\",\"limit\":25}");

    assertThat(tool.status()).isEqualTo(200);
    assertThat(tool.json().at("/result/data/data").size()).isEqualTo(25);
    assertThat(tool.json().at("/result/data")).isEqualTo(listed.json());
  }

  @ParameterizedTest(name = "H138 {0} for the plan pro is {1}")
  @CsvSource({
    "usage_summary, allowed, read",
    "strategy_evaluate, allowed, tools:analytics",
    "duplicate_scan, allowed, tools:analytics",
    "portfolio_optimise, plan_limit, tools:optimize",
    "what_if, plan_limit, tools:optimize"
  })
  void verdicts(String tool, String verdict, String right, Identity ann) {
    Answer answer = Rest.backend().as(ann).get("/api/tools/permissions/" + tool);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.text("/verdict")).isEqualTo(verdict);
    assertThat(answer.text("/needs")).isEqualTo(right);
    assertThat(answer.text("/plan")).isEqualTo("pro");
  }

  @Test
  @DisplayName("H138 A tool beyond the plan is 402, and the refusal names the plan that would do")
  void beyondThePlan(Identity ann) {
    Answer answer = execute(Rest.backend().as(ann), "portfolio_optimise", "{}");

    assertThat(answer.refusal()).isEqualTo("402 PLAN_LIMIT");
    assertThat(answer.text("/details/limit")).isEqualTo("tools:optimize");
    assertThat(answer.text("/details/plan")).isEqualTo("enterprise");
  }

  @Test
  @DisplayName("H138 A token that may only read is refused an analysing tool with what it needs")
  void withoutTheRight() {
    Identity reader = Identity.with(Map.of("scope", "openid netra.read"));
    Rest client = Rest.backend().as(reader);
    Answer verdict = client.get("/api/tools/permissions/retry_scan");
    Answer refused = execute(client, "retry_scan", "{}");
    Answer allowed = execute(client, "list_models", "{}");

    assertThat(verdict.text("/verdict")).isEqualTo("permission_denied");
    assertThat(refused.refusal()).isEqualTo("403 PERMISSION_DENIED");
    assertThat(refused.text("/details/needs")).isEqualTo("tools:analytics");
    assertThat(allowed.status()).isEqualTo(200);
  }

  @Test
  @DisplayName("H160 A data set of somebody else's is to a tool as one that nobody has")
  void foreignDataset(Identity ann, Identity bob) {
    var _ =
        Usage.finished(
            bob,
            Usage.send(
                bob,
                "/api/usage/imports?dataset=bobs",
                "text/csv",
                Usage.csv(3, 1, PREMIUM, "shop", 1, 1)
                    .getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    Answer his = execute(Rest.backend().as(ann), "retry_scan", "{\"dataset\":\"bobs\"}");
    Answer nobodys = execute(Rest.backend().as(ann), "retry_scan", "{\"dataset\":\"none\"}");

    assertThat(his.refusal()).isEqualTo("404 NOT_FOUND");
    assertThat(his.text("/message").replace("bobs", "none")).isEqualTo(nobodys.text("/message"));
  }

  @ParameterizedTest(name = "H137 What the schema of its tool refuses is 422: {0}")
  @ValueSource(
      strings = {
        "strategy_evaluate {}",
        "strategy_evaluate {\"strategy\":\"S99\"}",
        "roi {\"strategy\":\"S1\",\"assumptions\":{\"luck\":1}}",
        "strategy_evaluate {\"strategy\":\"S1\",\"assumptions\":{\"escalation\":2}}",
        "strategy_evaluate {\"strategy\":\"S1\",\"constraints\":{\"targets\":[{\"type\":\"saving\"}]}}",
        "strategy_evaluate {\"strategy\":\"S1\",\"constraints\":{\"colour\":1}}",
        "duplicate_scan {\"ttl_seconds\":7}",
        "usage_breakdown {\"by\":\"colour\"}",
        "usage_series {\"bucket\":\"year\"}",
        "retry_scan {\"window\":{\"from\":\"2026-01-05\"}}",
        "usage_summary {\"window\":{\"from\":\"2026-01-05\",\"to\":\"2026-01-06\",\"tz\":\"UTC\"}}",
        "usage_summary {\"feature\":7}",
        "usage_rows {\"limit\":1001}",
        "list_models {\"dataset\":\"default\"}",
        "roi {\"strategy\":\"S1\",\"constraints\":{\"floors\":[{\"class\":\"chat\",\"flor\":1}]}}"
      })
  void schemaHolds(String call, Identity ann) {
    String tool = call.split(" ", 2)[0];
    String arguments = call.split(" ", 2)[1];
    Answer answer = execute(Rest.backend().as(ann), tool, arguments);

    assertThat(violations(ann, tool, arguments)).isPositive();
    assertThat(answer.refusal()).isEqualTo("422 VALIDATION_ERROR");
    assertThat(Json.texts(answer.json().at("/details/violations"), "/field"))
        .allMatch(field -> field.startsWith("arguments."));
  }

  @ParameterizedTest(
      name = "H137 {0} refuses an argument that it does not know, and names the nearest")
  @ValueSource(
      strings = {
        "usage_profile",
        "usage_summary",
        "usage_breakdown",
        "usage_series",
        "latency_stats",
        "error_stats",
        "usage_rows",
        "duplicate_scan",
        "retry_scan"
      })
  void unknownArgument(String tool, Identity ann) {
    Answer answer = execute(Rest.backend().as(ann), tool, "{\"windw\":\"28d\"}");

    assertThat(answer.refusal()).isEqualTo("422 VALIDATION_ERROR");
    assertThat(answer.text("/details/violations/0/field")).isEqualTo("arguments.windw");
    assertThat(answer.text("/details/violations/0/rule")).contains("nearest: window");
    assertThat(answer.text("/message")).startsWith("arguments.windw:").endsWith("got 28d");
  }

  @ParameterizedTest(name = "H137 What the schema of its tool allows is executed: {0}")
  @ValueSource(
      strings = {
        "strategy_evaluate {\"strategy\":\"S7\",\"constraints\":{\"targets\":[{\"type\":\"saving\",\"ratio\":0.3}]}}",
        "strategy_evaluate {\"strategy\":\"S3\",\"constraints\":{\"floors\":[{\"class\":\"chat\",\"floor\":0.9}],\"no_training\":true}}",
        "roi {\"strategy\":\"S1\",\"assumptions\":{\"engineerRate\":120}}",
        "duplicate_scan {\"feature\":\"shop\"}",
        "usage_series {\"bucket\":\"hour\",\"window\":{\"from\":\"2026-01-05\",\"to\":\"2026-01-06\"}}"
      })
  void schemaAllows(String call, Identity ann) {
    Usage.importCsv(ann, Usage.csv(50, 5, PREMIUM, "shop", 1_000, 100));
    String tool = call.split(" ", 2)[0];
    String arguments = call.split(" ", 2)[1];
    Answer answer = execute(Rest.backend().as(ann), tool, arguments);

    assertThat(violations(ann, tool, arguments)).isZero();
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.text("/tool_name")).isEqualTo(tool);
    assertThat(answer.json().at("/result/facts").size()).isPositive();
  }

  /** 1 000 calls that a small model could answer as well. */
  private static void simple(Identity owner) {
    Usage.importLarge(
        owner, GoldenRows.csv(1_000, i -> Row.of(i, PREMIUM, 5_000, 100, "classification")));
  }

  private static Answer execute(Rest client, String tool, String arguments) {
    return client.post(
        "/api/tools/execute", "{\"tool_name\":\"" + tool + "\",\"arguments\":" + arguments + "}");
  }

  /** How often arguments break the schema that the tool shows. */
  private static long violations(Identity reader, String tool, String arguments) {
    Answer shown = Rest.backend().as(reader).get("/api/tools/" + tool);
    assertThat(shown.text("/name")).isEqualTo(tool);
    List<com.networknt.schema.Error> errors =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(shown.json().at("/parameters"))
            .validate(Json.read(arguments));
    return errors.size();
  }

  private static BigDecimal cents(BigDecimal amount) {
    return amount.setScale(2, RoundingMode.HALF_EVEN);
  }
}
