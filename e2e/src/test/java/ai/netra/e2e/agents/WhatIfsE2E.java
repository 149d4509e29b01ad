package ai.netra.e2e.agents;

import static org.assertj.core.api.Assertions.assertThat;

import ai.netra.e2e.support.Chat;
import ai.netra.e2e.support.Facts;
import ai.netra.e2e.support.GoldenRows;
import ai.netra.e2e.support.GoldenRows.Row;
import ai.netra.e2e.support.Identity;
import ai.netra.e2e.support.People;
import ai.netra.e2e.support.Usage;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** Questions that suppose something: computed on one's own rows, told as a what-if. */
@ExtendWith(People.class)
@Tag("p3")
@Tag("area:answers")
class WhatIfsE2E {

  /** 67.50 USD in 28 days: 73.38 a month. */
  private static final BigDecimal SPENT = new BigDecimal("67.5");

  /** Questions over 67.50 USD, and what the window would cost. */
  private static final Map<String, String> SUPPOSED =
      Map.of(
          "What if usage grows by 50 %?", "101.25",
          "What if usage grows by 0 %?", "67.5",
          "What if traffic falls by 20 %?", "54",
          "What if usage doubles?", "135",
          "What if the price of acme/premium falls by 20 %?", "54",
          "What if we swap acme/premium for acme/small?", "4.05",
          "What if we move shop to bravo/large?", "82.5",
          "What if we drop the feature shop?", "0",
          "What if usage grows by 100 %, then we swap acme/premium for acme/small?", "8.1");

  @Test
  @DisplayName("AG52 What-ifs over 67.50 USD give the window's cost to the cent, each a fact")
  void costIsComputed(Identity ann) {
    importSome(ann);

    SUPPOSED.forEach((question, window) -> costs(ann, question, new BigDecimal(window)));
  }

  private static void costs(Identity ann, String question, BigDecimal window) {
    JsonNode run = Chat.execute(ann, asking(question));
    Facts facts = Facts.of(run.at("/result"));

    assertThat(cents(facts.number("what_if.cost_before")))
        .as(question)
        .isEqualTo(cents(monthly(SPENT)));
    assertThat(cents(facts.number("what_if.cost_after")))
        .as(question)
        .isEqualTo(cents(monthly(window)));
    assertThat(cents(facts.number("what_if.cost_difference")))
        .as(question)
        .isEqualTo(cents(monthly(window.subtract(SPENT))));
    assertThat(run.at("/response").asString()).as(question).contains("*what-if*");
    assertThat(run.at("/result/gate/passed").asBoolean()).as(question).isTrue();
  }

  @Test
  @DisplayName("AG21 What a what-if gives is labelled, and its trace holds the changes as data")
  void labelledWithItsChanges(Identity ann) {
    importSome(ann);
    JsonNode run =
        Chat.execute(ann, asking("What if usage grows by 50 % and we drop the feature shop?"));
    JsonNode after = fact(run, "what_if.cost_after");

    assertThat(after.at("/label").asString()).isEqualTo("what-if");
    assertThat(after.at("/source/parameters/changes/0/type").asString()).isEqualTo("growth");
    assertThat(after.at("/source/parameters/changes/0/ratio").decimalValue())
        .isEqualByComparingTo("0.5");
    assertThat(after.at("/source/parameters/changes/1/type").asString()).isEqualTo("drop");
    assertThat(fact(run, "spend").at("/label").asString()).isEqualTo("real");
  }

  @Test
  @DisplayName("AG51 A floor of quality that is supposed takes away the saving that breaks it")
  void aFloorCosts(Identity ann) {
    importSome(ann);
    JsonNode run = Chat.execute(ann, asking("What if quality must be at least 94 %?"));
    Facts facts = Facts.of(run.at("/result"));

    assertThat(facts.number("what_if.saving_before")).isPositive();
    assertThat(facts.number("what_if.saving_after")).isZero();
    assertThat(facts.number("what_if.cost_difference")).isZero();
  }

  @Test
  @DisplayName("AG57 A what-if about what nobody has changes no number, and the answer says so")
  void unknownNamesAreTold(Identity ann) {
    importSome(ann);
    JsonNode run =
        Chat.execute(ann, asking("What if we swap acme/premium for nobody/none tomorrow?"));

    assertThat(run.at("/result/warnings").toString()).contains("swap acme/premium for nobody/none");
    assertThat(run.at("/result/facts").toString()).doesNotContain("what_if.");
    assertThat(Facts.of(run.at("/result")).number("spend")).isEqualByComparingTo(SPENT);
  }

  private static Map<String, Object> asking(String question) {
    return Map.of("agent_type", "supervisor", "content", question);
  }

  private static JsonNode fact(JsonNode run, String name) {
    return StreamSupport.stream(run.at("/result/facts").spliterator(), false)
        .filter(fact -> fact.at("/name").asString().equals(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no fact " + name));
  }

  private static BigDecimal monthly(BigDecimal window) {
    return window
        .multiply(new BigDecimal("30.4375"))
        .divide(BigDecimal.valueOf(28), 12, RoundingMode.HALF_EVEN);
  }

  private static BigDecimal cents(BigDecimal amount) {
    return amount.setScale(2, RoundingMode.HALF_EVEN);
  }

  /** 5 000 classifications of 5 000 in and 100 out, all of the feature shop. */
  private static void importSome(Identity owner) {
    Usage.importLarge(
        owner, GoldenRows.csv(5_000, i -> Row.of(i, "acme/premium", 5_000, 100, "classification")));
  }
}
